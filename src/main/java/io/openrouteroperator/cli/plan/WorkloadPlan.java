package io.openrouteroperator.cli.plan;

import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.List;

/**
 * What the webhook would say to workloads under the new policy when their pods start anew.
 *
 * @param judged how many were looked at
 * @param refused those that it refuses then and does not now
 * @param refusedAlready how many it refuses as before
 * @param unread how many take something from a Secret or ConfigMap of which nobody knows here what it holds
 * @param problem why not all could be looked at, empty when they were
 */
record WorkloadPlan(int judged, List<Refused> refused, int refusedAlready, int unread, String problem) {
    /** A workload that is refused then. */
    record Refused(ObjectIdentity object, List<Violation> violations) {}

    WorkloadPlan {
        refused = List.copyOf(refused);
    }
}
