package io.openrouteroperator.reconcile.policy;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.api.v1alpha1.policy.ProviderVerdict;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.Verdict;
import io.openrouteroperator.core.scan.PolicyFindings;
import io.openrouteroperator.governance.FindingsBoard;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.reconcile.ConditionList;
import io.openrouteroperator.reconcile.account.KeyOwners;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a pass over a policy found. */
final class PolicyStatusFactory {
    /** A status is read by people; the report has the rest. */
    private static final int MOST_EXCLUDED = 30;

    private static final List<Reason> WRONG_POLICY =
            List.of(Reason.UNKNOWN_NAME, Reason.NOTHING_ALLOWED, Reason.INVALID_POLICY, Reason.WORKSPACE_NOT_FOUND);

    private final KeyOwners owners;
    private final FindingsBoard findings;
    private final UsageBoard usage;
    private final Clock clock;

    PolicyStatusFactory(KeyOwners owners, FindingsBoard findings, UsageBoard usage, Clock clock) {
        this.owners = owners;
        this.findings = findings;
        this.usage = usage;
        this.clock = clock;
    }

    /** The status after every classification had its turn; what is left over and has ended is others' to tell. */
    OpenRouterPolicyStatus compiled(OpenRouterPolicy policy, List<ClassificationOutcome> outcomes) {
        Map<String, Long> keys = keysByClassification(policy.getMetadata().getName());
        return new OpenRouterPolicyStatus(
                policy.getMetadata().getGeneration(),
                merged(
                        policy,
                        List.of(
                                condition(
                                        ConditionType.PROVIDERS_RESOLVED,
                                        Reason.RESOLVED,
                                        outcomes,
                                        outcome -> WRONG_POLICY.contains(outcome.reason())),
                                condition(
                                        ConditionType.GUARDRAILS_IN_SYNC,
                                        Reason.IN_SYNC,
                                        outcomes,
                                        outcome -> !WRONG_POLICY.contains(outcome.reason())),
                                condition(ConditionType.READY, Reason.IN_SYNC, outcomes, _ -> true))),
                (int) keys.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.stream()
                        .map(outcome -> classification(policy, outcome, keys))
                        .toList(),
                List.of(),
                List.of());
    }

    /** The status while the account does not work; what was known of the classifications stays. */
    OpenRouterPolicyStatus waiting(OpenRouterPolicy policy, Reason reason, String message) {
        OpenRouterPolicyStatus before = policy.getStatus();
        return new OpenRouterPolicyStatus(
                policy.getMetadata().getGeneration(),
                merged(policy, List.of(ConditionValue.fails(ConditionType.READY, reason, message))),
                before == null ? null : before.keys(),
                before == null ? List.of() : before.classifications(),
                before == null ? List.of() : before.formerGuardrails(),
                before == null ? List.of() : before.endedAttestations());
    }

    /**
     * What exists in the namespaces, and what was served, does not depend on OpenRouter's answers now: every status says it, as last known while
     * nobody has looked.
     */
    private List<Condition> merged(OpenRouterPolicy policy, List<ConditionValue> remote) {
        List<Condition> before =
                policy.getStatus() == null ? List.of() : policy.getStatus().conditions();
        String name = policy.getMetadata().getName();
        String account = policy.getSpec().accountRef().name();
        List<ConditionValue> wanted = new ArrayList<>(remote);
        Set<ConditionType> awaited = EnumSet.noneOf(ConditionType.class);
        findings.of(name).map(PolicyFindings::condition).ifPresent(wanted::add);
        if (findings.isScanning()) {
            awaited.add(ConditionType.OBJECTS_CONFORM);
        }
        usage.ofPolicy(name, account).ifPresent(wanted::add);
        if (usage.isAwaited(account)) {
            awaited.add(ConditionType.USAGE_CONFORMS);
        }
        return ConditionList.merge(before, wanted, awaited, policy.getMetadata().getGeneration(), clock.instant());
    }

    private static ConditionValue condition(
            ConditionType type,
            Reason fine,
            List<ClassificationOutcome> outcomes,
            Predicate<ClassificationOutcome> concerns) {
        List<ClassificationOutcome> wrong = outcomes.stream()
                .filter(outcome -> outcome.problem() != null)
                .filter(concerns)
                .toList();
        if (wrong.isEmpty()) {
            return ConditionValue.holds(type, fine, "%d classifications are in force".formatted(outcomes.size()));
        }
        String message = wrong.stream()
                .map(outcome -> outcome.name() + ": " + outcome.problem())
                .collect(Collectors.joining("; "));
        return ConditionValue.fails(type, wrong.getFirst().reason(), message);
    }

    private static ClassificationStatus classification(
            OpenRouterPolicy policy, ClassificationOutcome outcome, Map<String, Long> keys) {
        Integer count = keys.getOrDefault(outcome.name(), 0L).intValue();
        if (outcome.view() instanceof ClassificationView.Enforced enforced) {
            Compiled compiled = enforced.compiled();
            return new ClassificationStatus(
                    outcome.name(),
                    enforced.workspaceId(),
                    enforced.guardrailId(),
                    compiled.revision(),
                    count,
                    compiled.settings().providers() instanceof AllowList.Everything
                            ? List.of("*")
                            : compiled.providers(),
                    compiled.settings().models() instanceof AllowList.Everything
                            ? null
                            : (Integer) compiled.models().size(),
                    excluded(outcome));
        }
        Optional<ClassificationStatus> before = recorded(policy, outcome.name());
        return new ClassificationStatus(
                outcome.name(),
                outcome.workspaceId(),
                before.map(ClassificationStatus::guardrailId).orElse(null),
                before.map(ClassificationStatus::revision).orElse(null),
                count,
                List.of(),
                null,
                excluded(outcome));
    }

    /** What the status says of a classification. */
    static Optional<ClassificationStatus> recorded(OpenRouterPolicy policy, String name) {
        OpenRouterPolicyStatus status = policy.getStatus();
        return status == null
                ? Optional.empty()
                : status.classifications().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst();
    }

    private static List<ProviderVerdict> excluded(ClassificationOutcome outcome) {
        return outcome.verdicts().stream()
                .filter(verdict -> !verdict.kept())
                .limit(MOST_EXCLUDED)
                .map(PolicyStatusFactory::verdict)
                .toList();
    }

    private static ProviderVerdict verdict(Verdict verdict) {
        return new ProviderVerdict(verdict.name(), verdict.reason());
    }

    private Map<String, Long> keysByClassification(String policy) {
        return owners.all()
                .filter(key -> policy.equals(policyOf(key)))
                .collect(Collectors.groupingBy(key -> key.getSpec().classification(), Collectors.counting()));
    }

    private static @Nullable String policyOf(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        return status == null ? null : status.policy();
    }
}
