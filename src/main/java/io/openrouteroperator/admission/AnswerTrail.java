package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.background.Lately;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.Detail;
import java.time.Clock;

/**
 * Tells the audit log what admission decided. A controller tries a refused pod again and again: the same answer to the same user about
 * the same object, or the same controller's pods, is told once in ten minutes.
 */
public final class AnswerTrail {
    private final AuditLog log;
    private final DeclarationTrail declarations;
    private final Lately<Answer> lately;

    private record Answer(String user, String namespace, String kind, String name, AuditAction action, String what) {}

    /** A trail into {@code log}. */
    public AnswerTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.declarations = new DeclarationTrail(log);
        this.lately = new Lately<>(clock);
    }

    /** An answer was given that counts. */
    void after(Review review, AdmissionDecision decision) {
        String exemption = decision.auditAnnotations().get("exemption");
        if (decision instanceof Deny deny) {
            tell(review, decision, AuditAction.ADMISSION_REFUSED, deny.policy(), "");
        } else {
            if (exemption != null && !decision.found().isEmpty()) {
                String policy = decision.auditAnnotations().getOrDefault("policy", "");
                tell(review, decision, AuditAction.EXEMPTION_USED, policy, "exempted: " + exemption + ": ");
            }
            declarations.admitted(review);
        }
    }

    private void tell(Review review, AdmissionDecision decision, AuditAction action, String policy, String before) {
        String what = before + decision.auditAnnotations().getOrDefault("violations", "");
        if (!lately.isNew(answer(review, action, what))) {
            return;
        }
        String rule = decision instanceof Deny deny
                ? deny.violations().getFirst().rule().id()
                : decision.found().getFirst().rule().id();
        log.record(
                new AuditEvent(Actor.user(review.requester().username()), action, ReviewedObject.of(review), rule, what)
                        .with(Detail.POLICY, policy)
                        .with(Detail.REQUEST_ID, review.uid()));
    }

    private static Answer answer(Review review, AuditAction action, String what) {
        String who = review.controller()
                .map(controller -> controller.kind() + "/" + controller.name())
                .orElse(review.name());
        return new Answer(review.requester().username(), review.namespace(), review.kind(), who, action, what);
    }
}
