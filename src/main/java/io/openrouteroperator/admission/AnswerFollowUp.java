package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.ExposureListener;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/**
 * What follows from an answer: it is recorded, keys in the open are told, and whoever controls a refused pod gets an event. Nothing of
 * it holds up the
 * answer, and nothing follows from a dry run.
 */
public final class AnswerFollowUp {
    private final ExposureListener exposures;
    private final RefusalListener refusals;
    private final AnswerTrail trail;

    /** All of them return at once. */
    public AnswerFollowUp(ExposureListener exposures, RefusalListener refusals, AnswerTrail trail) {
        this.exposures = exposures;
        this.refusals = refusals;
        this.trail = trail;
    }

    /** An answer was given. */
    void after(Review review, AdmissionDecision decision) {
        if (review.dryRun()) {
            return;
        }
        trail.after(review, decision);
        if (!decision.found().isEmpty()) {
            tellExposed(review, decision);
            tellRefusal(review, decision);
        }
    }

    /** Who is exempted may have keys where they should not be; that is what the exemption is for. */
    private void tellExposed(Review review, AdmissionDecision decision) {
        if (!decision.auditAnnotations().containsKey("exemption")) {
            String object = "%s %s/%s".formatted(review.kind(), review.namespace(), review.name());
            exposures.tell(decision.found(), KeyRecogniser.masked(object));
        }
    }

    private void tellRefusal(Review review, AdmissionDecision decision) {
        if (decision instanceof Deny deny && review.kind().equals("Pod")) {
            review.controller().ifPresent(controller -> refusals.refused(review.namespace(), controller, deny));
        }
    }
}
