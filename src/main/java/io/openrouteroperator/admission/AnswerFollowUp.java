package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.LeakListener;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/**
 * What follows from an answer: leaked keys are told, and whoever controls a refused pod gets an event. Nothing of it holds up the
 * answer, and nothing follows from a dry run.
 */
public final class AnswerFollowUp {
    private final LeakListener leaks;
    private final RefusalListener refusals;

    /** Both listeners return at once. */
    public AnswerFollowUp(LeakListener leaks, RefusalListener refusals) {
        this.leaks = leaks;
        this.refusals = refusals;
    }

    /** An answer was given. */
    void after(Review review, AdmissionDecision decision) {
        if (!review.dryRun() && !decision.found().isEmpty()) {
            tellLeaks(review, decision);
            tellRefusal(review, decision);
        }
    }

    /** Who is exempted may have keys where they should not be; that is what the exemption is for. */
    private void tellLeaks(Review review, AdmissionDecision decision) {
        if (decision.auditAnnotations().containsKey("exemption")) {
            return;
        }
        for (Violation violation : decision.found()) {
            if (violation.leaked() != null) {
                String object = "%s %s/%s".formatted(review.kind(), review.namespace(), review.name());
                leaks.found(violation.leaked(), KeyRecogniser.masked(object) + " " + violation.path());
            }
        }
    }

    private void tellRefusal(Review review, AdmissionDecision decision) {
        if (decision instanceof Deny deny && review.kind().equals("Pod")) {
            review.controller().ifPresent(controller -> refusals.refused(review.namespace(), controller, deny));
        }
    }
}
