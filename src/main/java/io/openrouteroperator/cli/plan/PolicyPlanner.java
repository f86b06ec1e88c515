package io.openrouteroperator.cli.plan;

import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterState;
import io.openrouteroperator.cli.cluster.DeclaredCluster;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.core.plan.ClassEffect;
import io.openrouteroperator.core.plan.ClassEffect.Recorded;
import io.openrouteroperator.core.plan.PolicyChange;
import io.openrouteroperator.core.plan.PolicyChange.PolicyVersion;
import io.openrouteroperator.core.plan.PolicyPlan;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.governance.FactsMapper;
import io.openrouteroperator.governance.PolicyMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans policies one after the other, each as if those before it had been applied. */
final class PolicyPlanner {
    private final ClusterObjects objects;
    private final ClusterState state;
    private final Instant now;

    PolicyPlanner(ClusterObjects objects, Instant now) {
        this.objects = objects;
        this.state = ClusterState.read(objects);
        this.now = now;
    }

    /** The plan of a policy. */
    PlannedPolicy plan(OpenRouterPolicy policy) {
        OpenRouterPolicy known = state.policy(policy.getMetadata().getName()).orElse(null);
        PolicyChange change =
                new PolicyChange(version(policy), known == null ? null : version(known), strandingAllowed(policy));
        PolicyPlan plan = PolicyPlan.of(change, state.declarations(), state.liveKeys(), recorded(known), now);
        DeclaredCluster after = state.admission().with(policy);
        WorkloadPlan workloads = WorkloadComparison.of(
                objects, state.admission(), after, governed(change.after().rules()), now);
        state.apply(policy);
        return new PlannedPolicy(plan, workloads, unknown(plan, workloads));
    }

    private static PolicyVersion version(OpenRouterPolicy policy) {
        return new PolicyVersion(PolicyMapper.rules(policy), FactsMapper.policy(policy));
    }

    private static boolean strandingAllowed(OpenRouterPolicy policy) {
        Map<String, String> annotations = policy.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DeclarationChecks.STRANDING_ALLOWED));
    }

    private static Map<String, Recorded> recorded(@Nullable OpenRouterPolicy policy) {
        Map<String, Recorded> recorded = new HashMap<>();
        if (policy != null && policy.getStatus() != null) {
            for (ClassificationStatus status : policy.getStatus().classifications()) {
                recorded.put(status.name(), new Recorded(status.effectiveProviders(), status.effectiveModelCount()));
            }
        }
        return recorded;
    }

    private Set<String> governed(PolicyRules rules) {
        return state.declarations().namespaces().entrySet().stream()
                .filter(namespace -> rules.namespaces().matches(namespace.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<String> unknown(PolicyPlan plan, WorkloadPlan workloads) {
        List<String> unknown = new ArrayList<>(state.unreadable());
        if (plan.classes().stream().anyMatch(each -> !each.providers().open().isEmpty() || each.modelsOpen())) {
            unknown.add(
                    "OpenRouter was not asked. A status records the providers of a class and the number of its models;"
                            + " what else qualifies, the operator finds in OpenRouter's catalogue once the policy is applied.");
        }
        if (plan.classes().stream().anyMatch(each -> each.fate() == ClassEffect.Fate.CHANGED)
                && plan.classes().stream().allMatch(each -> each.providers().isEmpty() && each.models() == null)) {
            unknown.add("The status of the policy records no lists yet.");
        }
        if (workloads.unread() > 0) {
            unknown.add(
                    "%d of %d workloads read Secrets or ConfigMaps. No Secret was read, so a key in one that is not the"
                                    .formatted(workloads.unread(), workloads.judged())
                            + " operator's is not seen here; the webhook sees it.");
        }
        if (!workloads.problem().isEmpty()) {
            unknown.add("Not all workloads could be judged. " + workloads.problem());
        }
        return unknown;
    }
}
