package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.OwnKinds;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.listing.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is ready and what is not.
 *
 * @param problems why not everything could be looked at, one sentence each
 */
record StatusView(List<Readiness> accounts, List<Readiness> policies, List<KeyView> keys, List<String> problems) {
    /** Whether one account or policy works. */
    record Readiness(String name, boolean ready, String reason, String message) {
        static Readiness of(String name, List<Condition> conditions) {
            Condition condition = Conditions.find(conditions, ConditionType.READY);
            boolean ready = "True".equals(condition.getStatus());
            return new Readiness(
                    name,
                    ready,
                    condition.getReason() == null ? "NotSeenYet" : condition.getReason(),
                    condition.getMessage() == null ? "the operator has not looked at it" : condition.getMessage());
        }
    }

    /** The view; those who may see one namespace only get at least that. */
    static StatusView of(ClusterObjects objects, String namespace) {
        List<Readiness> accounts = new ArrayList<>();
        List<Readiness> policies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            objects.forEach(ObjectKind.ACCOUNT, "", object -> accounts.add(of(OwnKinds.account(object))));
            objects.forEach(ObjectKind.POLICY, "", object -> policies.add(of(OwnKinds.policy(object))));
        } catch (ClusterUnreadableException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return new StatusView(accounts, policies, KeyView.list(objects, namespace), problems);
    }

    private static Readiness of(OpenRouterAccount account) {
        return Readiness.of(
                account.getMetadata().getName(),
                account.getStatus() == null ? List.of() : account.getStatus().conditions());
    }

    private static Readiness of(OpenRouterPolicy policy) {
        return Readiness.of(
                policy.getMetadata().getName(),
                policy.getStatus() == null ? List.of() : policy.getStatus().conditions());
    }

    boolean allReady() {
        return Stream.concat(accounts.stream(), policies.stream()).allMatch(Readiness::ready)
                && keys.stream().allMatch(KeyView::ready);
    }
}
