package io.openrouteroperator.core.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything in a namespace that refers to a key, as one look found it.
 *
 * @param seenAt when that was
 * @param hidden whether the operator may not look, so that nobody knows
 */
public record Consumers(List<Workload> workloads, List<ConsumerPod> pods, Instant seenAt, boolean hidden) {
    private static final Consumers NONE = new Consumers(List.of(), List.of(), Instant.MAX, false);

    public Consumers {
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
    }

    /** What was found at that time. */
    public Consumers(List<Workload> workloads, List<ConsumerPod> pods, Instant seenAt) {
        this(workloads, pods, seenAt, false);
    }

    /** Nobody. */
    public static Consumers none() {
        return NONE;
    }

    /** Whoever there is: the operator has no right to look. */
    public static Consumers hidden(Instant seenAt) {
        return new Consumers(List.of(), List.of(), seenAt, true);
    }

    Optional<Workload> workloadOf(ConsumerPod pod) {
        return workloads.stream().filter(workload -> pod.isOf(workload.ref())).findFirst();
    }
}
