package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.FormerGuardrail;
import io.openrouteroperator.core.admission.EndingExemptions;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.FactsMapper;
import java.time.Instant;

/** Tells the life of a policy as events on its object. */
final class PolicyAnnouncer {
    private final EventRecorder events;

    PolicyAnnouncer(EventRecorder events) {
        this.events = events;
    }

    /** What had to be done for the guardrail of a class. */
    void held(OpenRouterPolicy policy, ClassificationOutcome outcome) {
        String name = guardrail(outcome.name());
        switch (outcome.action()) {
            case NOTHING -> {}
            case CREATED -> events.normal(policy, Reason.GUARDRAIL_CREATED, name + "was created");
            case UPDATED -> events.normal(policy, Reason.GUARDRAIL_UPDATED, name + "was changed with the policy");
            case PUT_BACK ->
                events.warning(
                        policy, Reason.GUARDRAIL_DRIFT, name + "was changed by someone at OpenRouter and was put back");
        }
    }

    /** A guardrail that no class has any more was deleted. */
    void deleted(OpenRouterPolicy policy, FormerGuardrail guardrail) {
        events.normal(
                policy,
                Reason.GUARDRAIL_DELETED,
                guardrail(guardrail.classification()) + "was deleted: the policy does not need it any more");
    }

    /** Exemptions that end soon. */
    void exemptions(OpenRouterPolicy policy, Instant now) {
        EndingExemptions.of(FactsMapper.policy(policy).exemptions(), now)
                .forEach(sentence -> events.warning(policy, Reason.EXEMPTION_ENDING, sentence));
    }

    private static String guardrail(String classification) {
        return "guardrail of classification '" + classification + "' ";
    }
}
