package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Namespace;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.key.KeyLimit;
import io.openrouteroperator.api.v1alpha1.key.KeyRotation;
import io.openrouteroperator.api.v1alpha1.key.PolicyRef;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.grant.ClassificationSelection;
import io.openrouteroperator.core.policy.grant.PolicySelection;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.KeyDemand.NotYetKnown;
import io.openrouteroperator.core.rotation.KeyDemand.Refused;
import io.openrouteroperator.core.rotation.KeyDemand.Waiting;
import io.openrouteroperator.governance.PolicyMapper;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.policy.ClassificationView;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import io.openrouteroperator.reconcile.policy.PolicyRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what a key may have: its policy, its class, its account, and whether what it asks for fits. */
final class GrantResolver {
    private final AccountRegistry accounts;
    private final PolicyRegistry policies;

    GrantResolver(AccountRegistry accounts, PolicyRegistry policies) {
        this.accounts = accounts;
        this.policies = policies;
    }

    /**
     * The grant of a key, from the account that holds its keys already: whatever became of its policy, they live there.
     *
     * @param namespace of the key, empty while the cache does not have it
     * @param candidates all policies of the cluster
     */
    Grant resolve(OpenRouterKey key, Optional<Namespace> namespace, List<OpenRouterPolicy> candidates) {
        Grant granted = underPolicies(key, namespace, candidates);
        String holder = KeyMapper.record(key).account();
        if (holder == null) {
            return granted;
        }
        return switch (accounts.find(holder).orElse(null)) {
            case Connected account -> new Grant(granted.demand(), granted.policy(), granted.classification(), account);
            case Entry.Failing(String message) ->
                Grant.without(
                        new Waiting(
                                Reason.ACCOUNT_NOT_READY, "account '%s' does not work: %s".formatted(holder, message)),
                        granted.policy());
            case null -> new Grant(granted.demand(), granted.policy(), granted.classification(), null);
        };
    }

    /** Whether an account was polled since the start, with or without success. */
    boolean knows(String account) {
        return accounts.find(account).isPresent();
    }

    private Grant underPolicies(OpenRouterKey key, Optional<Namespace> namespace, List<OpenRouterPolicy> candidates) {
        if (namespace.isEmpty()) {
            return Grant.without(new NotYetKnown(), null);
        }
        Map<String, String> labels =
                Objects.requireNonNullElse(namespace.get().getMetadata().getLabels(), Map.of());
        PolicyRef policyRef = key.getSpec().policyRef();
        Map<String, OpenRouterPolicy> byName = candidates.stream()
                .collect(Collectors.toMap(policy -> policy.getMetadata().getName(), policy -> policy));
        PolicySelection selection = PolicySelection.forKey(
                labels,
                policyRef == null ? null : policyRef.name(),
                candidates.stream().map(PolicyMapper::rules).toList());
        return switch (selection) {
            case PolicySelection.NoPolicy none -> refused(Reason.NO_POLICY, none.message());
            case PolicySelection.Several several -> refused(Reason.SEVERAL_POLICIES, several.message());
            case PolicySelection.PolicyNotFound missing -> refused(Reason.POLICY_NOT_FOUND, missing.message());
            case PolicySelection.NotGoverning other -> refused(Reason.NAMESPACE_NOT_GOVERNED, other.message());
            case PolicySelection.Governed(PolicyRules rules) ->
                underPolicy(key, labels, rules, Objects.requireNonNull(byName.get(rules.name())));
        };
    }

    private Grant underPolicy(
            OpenRouterKey key, Map<String, String> labels, PolicyRules rules, OpenRouterPolicy policy) {
        return switch (ClassificationSelection.of(rules, key.getSpec().classification(), labels)) {
            case ClassificationSelection.ClassificationUnknown unknown ->
                Grant.without(
                        new Refused(Reason.CLASSIFICATION_UNKNOWN, "spec.classification: " + unknown.message()),
                        rules.name());
            case ClassificationSelection.NamespaceNotAllowed refused ->
                Grant.without(
                        new Refused(Reason.NAMESPACE_NOT_ALLOWED, "spec.classification: " + refused.message()),
                        rules.name());
            case ClassificationSelection.Selected _ -> inAccount(key, rules, policy);
        };
    }

    private Grant inAccount(OpenRouterKey key, PolicyRules rules, OpenRouterPolicy policy) {
        return switch (accounts.find(rules.account()).orElse(null)) {
            case null -> Grant.without(notCompiled(policy), rules.name());
            case Entry.Failing(String message) ->
                Grant.without(
                        new Waiting(
                                Reason.ACCOUNT_NOT_READY,
                                "account '%s' does not work: %s".formatted(rules.account(), message)),
                        rules.name());
            case Connected account -> inClassification(key, rules, policy, account);
        };
    }

    private Grant inClassification(OpenRouterKey key, PolicyRules rules, OpenRouterPolicy policy, Connected account) {
        Optional<ClassificationView> view = policies.classification(
                rules.name(),
                policy.getMetadata().getGeneration(),
                key.getSpec().classification());
        return switch (view.orElse(null)) {
            case null -> Grant.without(notCompiled(policy), rules.name(), account);
            case ClassificationView.NotReady(String message) ->
                Grant.without(new Waiting(Reason.POLICY_NOT_READY, message), rules.name(), account);
            case ClassificationView.AllowsNothing(String message) ->
                Grant.without(new KeyDemand.Withdrawn(message), rules.name(), account);
            case Enforced enforced -> new Grant(terms(key, rules, policy, enforced), rules.name(), enforced, account);
        };
    }

    /** The terms, or what the key asks for too much. */
    private static KeyDemand terms(
            OpenRouterKey key, PolicyRules rules, OpenRouterPolicy policy, Enforced classification) {
        KeyLimit limit = key.getSpec().limit();
        KeyRotation rotation = key.getSpec().rotation();
        Optional<String> template = SecretRendering.problem(key);
        if (template.isPresent()) {
            return new Refused(Reason.TEMPLATE_INVALID, template.get());
        }
        return TermsMapper.terms(
                rules.account(),
                classification,
                limit,
                rotation == null ? null : rotation.interval(),
                policy.getSpec().onRemoteDisable(),
                policy.getSpec().onRemoteDelete());
    }

    /** A policy that cannot be compiled says so in its status; otherwise it is about to be. */
    private static KeyDemand notCompiled(OpenRouterPolicy policy) {
        return notReadyMessage(policy)
                .<KeyDemand>map(message -> new Waiting(Reason.POLICY_NOT_READY, message))
                .orElseGet(NotYetKnown::new);
    }

    private static Optional<String> notReadyMessage(OpenRouterPolicy policy) {
        var status = policy.getStatus();
        if (status == null || !policy.getMetadata().getGeneration().equals(status.observedGeneration())) {
            return Optional.empty();
        }
        return status.conditions().stream()
                .filter(condition -> ConditionType.READY.text().equals(condition.getType()))
                .filter(condition -> "False".equals(condition.getStatus()))
                .map(condition -> "policy '%s' is not ready: %s"
                        .formatted(policy.getMetadata().getName(), condition.getMessage()))
                .findFirst();
    }

    private static Grant refused(Reason reason, @Nullable String message) {
        return Grant.without(new Refused(reason, Objects.toString(message, "")), null);
    }
}
