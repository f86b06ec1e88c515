package io.openrouteroperator.cli.plan;

import io.openrouteroperator.core.plan.PolicyPlan;
import java.util.List;

/**
 * Everything that is said about one policy.
 *
 * @param unknown what cannot be known here, one sentence each
 */
record PlannedPolicy(PolicyPlan plan, WorkloadPlan workloads, List<String> unknown) {
    PlannedPolicy {
        unknown = List.copyOf(unknown);
    }

    boolean isEmpty() {
        return plan.isEmpty() && workloads.refused().isEmpty();
    }

    boolean doesHarm() {
        return plan.doesHarm() || !workloads.refused().isEmpty();
    }
}
