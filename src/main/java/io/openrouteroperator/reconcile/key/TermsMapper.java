package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.key.KeyLimit;
import io.openrouteroperator.api.v1alpha1.policy.RemoteChange;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.grant.LimitDecision;
import io.openrouteroperator.core.policy.grant.LimitRules;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.governance.ResetMapper;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what a key and its class say to the terms of a grant. */
final class TermsMapper {
    private TermsMapper() {}

    /** The terms, or why what the key asks for does not fit its class. */
    static KeyDemand terms(
            String account,
            Enforced classification,
            @Nullable KeyLimit limit,
            @Nullable String interval,
            @Nullable RemoteChange onDisable,
            @Nullable RemoteChange onDelete) {
        LimitDecision decision = LimitRules.decide(
                limit == null ? null : limit.usd(),
                limit == null || limit.reset() == null ? null : ResetMapper.interval(limit.reset()),
                classification.rules().limit());
        return switch (decision) {
            case LimitDecision.AboveMaximum(FieldProblem problem) -> limitRefused(problem);
            case LimitDecision.Missing(FieldProblem problem) -> limitRefused(problem);
            case LimitDecision.Invalid(FieldProblem problem) -> limitRefused(problem);
            case LimitDecision.Granted(SpendLimit granted) ->
                switch (RotationMerge.ofKey(classification.rotation(), interval)) {
                    case RotationResolution.Invalid invalid ->
                        new KeyDemand.Refused(
                                Reason.ROTATION_NOT_ALLOWED,
                                invalid.problems().stream()
                                        .map(FieldProblem::toString)
                                        .collect(Collectors.joining("; ")));
                    case RotationResolution.Resolved(RotationTerms rotation) ->
                        new KeyDemand.Granted(new KeyTerms(
                                account,
                                classification.workspaceId(),
                                classification.guardrailId(),
                                classification.compiled().revision(),
                                granted,
                                rotation,
                                onDisable == RemoteChange.REPLACE,
                                onDelete != RemoteChange.REPORT));
                };
        };
    }

    private static KeyDemand limitRefused(FieldProblem problem) {
        return new KeyDemand.Refused(Reason.LIMIT_NOT_ALLOWED, problem.toString());
    }
}
