package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.compile.CompiledClassification;
import io.openrouteroperator.core.policy.compile.CompilerInput;
import io.openrouteroperator.core.policy.compile.GuardrailName;
import io.openrouteroperator.core.policy.compile.PolicyCompiler;
import io.openrouteroperator.core.policy.compile.PreviousCompilation;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.RemoteTrouble;
import io.openrouteroperator.reconcile.account.AccountView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts one classification in force: resolve its workspace, compile its rules, hold its guardrail. */
final class ClassificationStep {
    private final OperatorSettings settings;
    private final PolicyTrail trail;
    private final Clock clock;

    ClassificationStep(OperatorSettings settings, PolicyTrail trail, Clock clock) {
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Runs the step; trouble is an outcome, so that one sick classification never stops the others.
     *
     * @param recorded what the status says of it, null for a new one
     */
    ClassificationOutcome run(
            PolicyRules policy,
            ClassificationRules rules,
            @Nullable ClassificationStatus recorded,
            AccountView account,
            Guardrails guardrails) {
        Optional<String> workspaceId = account.poll().workspace(rules.workspace());
        if (workspaceId.isEmpty()) {
            return ClassificationOutcome.failed(
                    rules.name(),
                    Reason.WORKSPACE_NOT_FOUND,
                    rules.path() + ".workspace: '" + rules.workspace() + "' is neither slug nor id of a workspace");
        }
        return switch (RotationMerge.ofClassification(policy, rules)) {
            case RotationResolution.Invalid invalid ->
                ClassificationOutcome.failed(rules.name(), Reason.INVALID_POLICY, sentences(invalid.problems()));
            case RotationResolution.Resolved(RotationTerms rotation) ->
                enforce(policy, rules, recorded, account, guardrails, workspaceId.get(), rotation);
        };
    }

    private ClassificationOutcome enforce(
            PolicyRules policy,
            ClassificationRules rules,
            @Nullable ClassificationStatus recorded,
            AccountView account,
            Guardrails guardrails,
            String workspaceId,
            RotationTerms rotation) {
        try {
            String name = GuardrailName.of(settings.cluster(), policy.name(), rules.name(), workspaceId);
            Optional<RemoteGuardrail> found = GuardrailSync.find(
                    guardrails.of(workspaceId), recorded == null ? null : recorded.guardrailId(), name);
            String revision = recorded == null ? null : recorded.revision();
            CompilerInput input = new CompilerInput(
                    rules,
                    name,
                    policy.growth(),
                    previous(found, revision),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            return switch (PolicyCompiler.compile(input, account.poll().catalogue())) {
                case CompiledClassification.Unresolved(List<FieldProblem> problems) ->
                    ClassificationOutcome.failed(rules.name(), Reason.UNKNOWN_NAME, sentences(problems));
                case CompiledClassification.NothingAllowed(var reasons, var verdicts) ->
                    ClassificationOutcome.nothing(rules.name(), workspaceId, String.join("; ", reasons), verdicts);
                case CompiledClassification.Compiled compiled -> {
                    List<String> uncovered = Credentials.uncovered(rules, compiled, account.connection(), workspaceId);
                    if (!uncovered.isEmpty()) {
                        yield ClassificationOutcome.failed(
                                rules.name(), Reason.CREDENTIAL_MISSING, Credentials.message(rules, uncovered));
                    }
                    GuardrailSync.Synced synced = GuardrailSync.sync(
                            account.connection(),
                            workspaceId,
                            found,
                            compiled.settings(),
                            compiled.revision().equals(revision));
                    trail.synced(policy.name(), rules.name(), found, compiled, synced);
                    yield ClassificationOutcome.enforced(
                            new ClassificationView.Enforced(rules, compiled, rotation, workspaceId, synced.id()),
                            synced.action());
                }
            };
        } catch (OpenRouterException trouble) {
            return ClassificationOutcome.failed(
                    rules.name(), RemoteTrouble.reason(trouble.failure()), trouble.getMessage());
        }
    }

    private static @Nullable PreviousCompilation previous(Optional<RemoteGuardrail> found, @Nullable String revision) {
        return revision == null
                ? null
                : PreviousCompilation.readBack(
                                revision, found.map(RemoteGuardrail::settings).orElse(null))
                        .orElse(null);
    }

    private static String sentences(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; "));
    }
}
