package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.compile.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one classification in one pass.
 *
 * @param name of the classification
 * @param view what key reconcilers see
 * @param workspaceId where its keys live, null when it could not be resolved
 * @param problem why it is not in force, null when it is
 * @param reason of the problem
 * @param verdicts for the providers its rules speak of
 * @param action what had to be done to its guardrail
 */
record ClassificationOutcome(
        String name,
        ClassificationView view,
        @Nullable String workspaceId,
        @Nullable String problem,
        Reason reason,
        List<Verdict> verdicts,
        GuardrailSync.Action action) {
    ClassificationOutcome {
        verdicts = List.copyOf(verdicts);
    }

    /** In force. */
    static ClassificationOutcome enforced(ClassificationView.Enforced view, GuardrailSync.Action action) {
        return new ClassificationOutcome(
                view.rules().name(),
                view,
                view.workspaceId(),
                null,
                Reason.IN_SYNC,
                view.compiled().providerVerdicts(),
                action);
    }

    /** Its rules leave nothing. */
    static ClassificationOutcome nothing(String name, String workspaceId, String message, List<Verdict> verdicts) {
        return new ClassificationOutcome(
                name,
                new ClassificationView.AllowsNothing(message),
                workspaceId,
                message,
                Reason.NOTHING_ALLOWED,
                verdicts,
                GuardrailSync.Action.NOTHING);
    }

    /** It cannot be put in force. */
    static ClassificationOutcome failed(String name, Reason reason, String message) {
        return new ClassificationOutcome(
                name,
                new ClassificationView.NotReady(message),
                null,
                message,
                reason,
                List.of(),
                GuardrailSync.Action.NOTHING);
    }
}
