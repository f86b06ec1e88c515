package io.openrouteroperator.core.rollout;

import java.util.List;
import java.util.Optional;

/** Everything in a namespace that refers to a key, as one look found it. */
public record Consumers(List<Workload> workloads, List<ConsumerPod> pods) {
    private static final Consumers NONE = new Consumers(List.of(), List.of());

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
