package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;

/** What one classification means today, as key reconcilers see it. */
public sealed interface ClassificationView {
    /**
     * Its guardrail is in force.
     *
     * @param rules as written
     * @param compiled what the guardrail says
     * @param rotation its rotation terms
     * @param workspaceId where its keys live
     * @param guardrailId the guardrail
     */
    record Enforced(
            ClassificationRules rules,
            Compiled compiled,
            RotationTerms rotation,
            String workspaceId,
            String guardrailId)
            implements ClassificationView {}

    /** It leaves no provider or no model. */
    record AllowsNothing(String message) implements ClassificationView {}

    /** It cannot be understood, or its guardrail could not be written. */
    record NotReady(String message) implements ClassificationView {}
}
