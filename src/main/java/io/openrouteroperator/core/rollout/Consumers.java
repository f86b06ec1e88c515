package io.openrouteroperator.core.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything in a namespace that refers to a key, as one look found it.
 *
 * @param seenAt when that was
 */
public record Consumers(List<Workload> workloads, List<ConsumerPod> pods, Instant seenAt) {
    private static final Consumers NONE = new Consumers(List.of(), List.of(), Instant.MAX);

    public Consumers {
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
    }

    /** Nobody. */
    public static Consumers none() {
        return NONE;
    }

    Optional<Workload> workloadOf(ConsumerPod pod) {
        return workloads.stream().filter(workload -> pod.isOf(workload.ref())).findFirst();
    }
}
