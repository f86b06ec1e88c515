package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a snapshot that a scope shows. The view of one namespace tells nothing of others: exemptions, counts of the account and
 * messages of cluster-wide conditions, which may name them, are left out.
 */
public final class ScopedView {
    /** Conditions whose answer depends on every namespace of a policy or account. */
    private static final Set<String> COUNTED = Set.of("ObjectsConform", "UsageConforms", "UnmanagedKeysUsed");

    private final Snapshot whole;
    private final ReviewScope scope;

    private ScopedView(Snapshot whole, ReviewScope scope) {
        this.whole = whole;
        this.scope = scope;
    }

    /** The snapshot as this scope shows it. */
    public static Snapshot of(Snapshot whole, ReviewScope scope) {
        return scope.equals(ReviewScope.EVERYTHING) ? whole : new ScopedView(whole, scope).view();
    }

    private Snapshot view() {
        List<ObservedKey> keys = whole.keys().stream()
                .filter(key -> scope.showsNamespace(key.name().namespace()))
                .filter(key -> scope.showsClass(key.classification()))
                .toList();
        List<ObservedPolicy> policies = policies(keys);
        return new Snapshot(
                whole.takenAt(),
                scope,
                whole.namespaces().stream()
                        .filter(each -> scope.showsNamespace(each.name()))
                        .toList(),
                accounts(policies, keys),
                policies,
                keys,
                whole.workloads().stream()
                        .filter(each -> scope.showsNamespace(each.namespace()))
                        .toList(),
                reports(),
                whole.auditLog(),
                whole.leaseRenewed(),
                whole.webhookEdits(),
                whole.providers(),
                whole.gaps());
    }

    private List<ObservedReport> reports() {
        return whole.reports().stream()
                .filter(each -> scope.showsNamespace(each.namespace()))
                .map(each -> scope.classification() == null ? each : ofClass(each))
                .toList();
    }

    private ObservedReport ofClass(ObservedReport report) {
        List<ObservedReport.Result> results = report.results().stream()
                .filter(each -> each.classification() == null || scope.showsClass(each.classification()))
                .toList();
        return new ObservedReport(report.namespace(), report.name(), report.failed(), results);
    }

    private List<ObservedPolicy> policies(List<ObservedKey> keys) {
        return whole.policies().stream()
                .filter(policy -> scope.namespace() == null || governs(policy) || owns(policy, keys))
                .map(policy -> cut(policy, keys))
                .filter(policy -> scope.classification() == null
                        || !policy.rules().classifications().isEmpty())
                .toList();
    }

    private boolean governs(ObservedPolicy policy) {
        return whole.namespaces().stream()
                .filter(each -> each.name().equals(scope.namespace()))
                .anyMatch(each -> policy.rules().namespaces().matches(each.labels()));
    }

    private static boolean owns(ObservedPolicy policy, List<ObservedKey> keys) {
        return keys.stream().anyMatch(key -> policy.name().equals(key.policy()));
    }

    private ObservedPolicy cut(ObservedPolicy policy, List<ObservedKey> keys) {
        Set<String> used = keys.stream().map(ObservedKey::classification).collect(Collectors.toSet());
        PolicyRules rules = policy.rules();
        PolicyFacts facts = policy.admission();
        return new ObservedPolicy(
                new PolicyRules(
                        rules.name(),
                        rules.account(),
                        rules.namespaces(),
                        rules.rotation(),
                        rules.growth(),
                        rules.classifications().stream()
                                .filter(each -> scope.showsClass(each.name()))
                                .filter(each -> scope.namespace() == null || used.contains(each.name()))
                                .toList()),
                new PolicyFacts(
                        facts.name(),
                        facts.namespaces(),
                        facts.enforcement(),
                        facts.byClassification(),
                        facts.classifications(),
                        facts.exemptions().stream()
                                .filter(each -> scope.showsNamespace(each.namespace()))
                                .toList(),
                        facts.revokesLeakedKeys()),
                policy.vouchers(),
                policy.current(),
                quiet(policy.conditions()),
                policy.compiled());
    }

    private List<ObservedAccount> accounts(List<ObservedPolicy> policies, List<ObservedKey> keys) {
        Set<String> named =
                policies.stream().map(each -> each.rules().account()).collect(Collectors.toSet());
        keys.stream().map(ObservedKey::account).filter(Objects::nonNull).forEach(named::add);
        return whole.accounts().stream()
                .filter(each -> named.contains(each.name()))
                .map(each -> scope.namespace() == null ? each : quiet(each))
                .toList();
    }

    private ObservedAccount quiet(ObservedAccount account) {
        return new ObservedAccount(
                account.name(),
                account.host(),
                List.of(),
                account.destination(),
                null,
                account.creditsBought(),
                quiet(account.conditions()));
    }

    private Conditions quiet(Conditions conditions) {
        return scope.namespace() == null
                ? conditions
                : new Conditions(conditions.all().stream()
                        .filter(each -> !COUNTED.contains(each.type()))
                        .map(each -> new ObservedCondition(each.type(), each.status(), each.reason(), "", each.since()))
                        .toList());
    }
}
