package io.openrouteroperator.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.DeclaredCluster;
import io.openrouteroperator.cli.cluster.ObjectJudge;
import io.openrouteroperator.cli.cluster.WorkloadKinds;
import io.openrouteroperator.cli.plan.WorkloadPlan.Refused;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Judges workloads twice, under the policies as they are and as they will be. */
final class WorkloadComparison {
    private final DeclaredCluster before;
    private final DeclaredCluster after;
    private final Set<String> namespaces;
    private final String defaultNamespace;
    private final Instant now;
    private final List<Refused> refused = new ArrayList<>();
    private int judged;
    private int refusedAlready;
    private int unread;

    private WorkloadComparison(
            DeclaredCluster before,
            DeclaredCluster after,
            Set<String> namespaces,
            String defaultNamespace,
            Instant now) {
        this.before = before;
        this.after = after;
        this.namespaces = namespaces;
        this.defaultNamespace = defaultNamespace;
        this.now = now;
    }

    /**
     * The comparison.
     *
     * @param namespaces the ones that the policy governs then
     */
    static WorkloadPlan of(
            ClusterObjects objects,
            DeclaredCluster before,
            DeclaredCluster after,
            Set<String> namespaces,
            Instant now) {
        WorkloadComparison comparison =
                new WorkloadComparison(before, after, namespaces, objects.defaultNamespace(), now);
        String problem = "";
        try {
            if (!namespaces.isEmpty()) {
                WorkloadKinds.forEach(objects, comparison::compare);
            }
        } catch (ClusterUnreadableException e) {
            problem = String.valueOf(e.getMessage());
        }
        comparison.refused.sort(Comparator.comparing(each -> each.object().toString()));
        return new WorkloadPlan(
                comparison.judged, comparison.refused, comparison.refusedAlready, comparison.unread, problem);
    }

    private void compare(JsonNode object) {
        if (ObjectFactsReader.read(object, defaultNamespace) instanceof Pods pods
                && namespaces.contains(pods.object().namespace())) {
            judged++;
            if (!after.contentsUnknown(pods.pod()).isEmpty()) {
                unread++;
            }
            AdmissionDecision then = ObjectJudge.judge(pods, after, now);
            if (then instanceof Deny deny) {
                if (ObjectJudge.judge(pods, before, now) instanceof Deny) {
                    refusedAlready++;
                } else {
                    refused.add(new Refused(pods.object(), deny.violations()));
                }
            }
        }
    }
}
