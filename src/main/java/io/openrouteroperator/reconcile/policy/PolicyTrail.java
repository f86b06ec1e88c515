package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.Attestation;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.audit.Digest;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells the audit log what was done to guardrails; digests are over everything that a guardrail says. */
final class PolicyTrail {
    private static final Actor ACTOR = Actor.controller("policy");

    private final AuditLog log;

    PolicyTrail(AuditLog log) {
        this.log = log;
    }

    /**
     * A guardrail was looked at, and made to say what its class compiles to.
     *
     * @param found what was there before
     */
    void synced(
            String policy,
            String classification,
            Optional<RemoteGuardrail> found,
            Compiled compiled,
            GuardrailSync.Synced synced) {
        String what = "guardrail %s of class '%s'".formatted(synced.id(), classification);
        AuditEvent event = switch (synced.action()) {
            case NOTHING -> null;
            case CREATED -> event(AuditAction.GUARDRAIL_CREATED, Reason.GUARDRAIL_CREATED, policy, what);
            case UPDATED -> event(AuditAction.GUARDRAIL_CHANGED, Reason.GUARDRAIL_UPDATED, policy, what);
            case PUT_BACK -> event(AuditAction.GUARDRAIL_PUT_BACK, Reason.GUARDRAIL_DRIFT, policy, what);
        };
        if (event != null) {
            log.record(event.with(Detail.BEFORE, found.map(PolicyTrail::digest).orElse(null))
                    .with(Detail.AFTER, Digest.of(compiled.settings().toString()))
                    .with(Detail.POLICY, policy)
                    .with(Detail.POLICY_REVISION, compiled.revision()));
        }
    }

    /** A guardrail that no class has any more was deleted. */
    void deleted(String policy, String classification, RemoteGuardrail guardrail) {
        String what = "guardrail %s of class '%s'".formatted(guardrail.id(), classification);
        log.record(event(AuditAction.GUARDRAIL_DELETED, Reason.GUARDRAIL_DELETED, policy, what)
                .with(Detail.BEFORE, digest(guardrail))
                .with(Detail.POLICY, policy));
    }

    /** Attestations that have ended, as the status is to remember them; those that it remembers already are told no more. */
    List<String> ended(OpenRouterPolicy policy, Instant now) {
        List<Attestation> ended = EndedAttestations.of(policy, now);
        var metadata = policy.getMetadata();
        AuditObject object = new AuditObject(policy.getKind(), "", metadata.getName(), metadata.getUid());
        for (Attestation attestation : EndedAttestations.news(ended, policy.getStatus())) {
            String message =
                    "%s until %s: %s".formatted(attestation.by(), attestation.validUntil(), attestation.evidence());
            log.record(new AuditEvent(ACTOR, AuditAction.ATTESTATION_EXPIRED, object, attestation.control(), message));
        }
        return EndedAttestations.words(ended);
    }

    private static AuditEvent event(AuditAction action, Reason reason, String policy, String message) {
        return new AuditEvent(
                ACTOR, action, new AuditObject("OpenRouterPolicy", "", policy, ""), reason.text(), message);
    }

    private static String digest(RemoteGuardrail guardrail) {
        String foreign = guardrail.foreignSettings().isEmpty()
                ? ""
                : guardrail.foreignSettings().toString();
        return Digest.of(guardrail.settings() + foreign);
    }
}
