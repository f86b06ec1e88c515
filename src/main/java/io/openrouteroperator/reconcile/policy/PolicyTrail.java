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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the audit log what was done to guardrails; digests are over everything that a guardrail says. */
final class PolicyTrail {
    private static final Actor ACTOR = Actor.controller("policy");

    private final AuditLog log;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();

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

    /** Attestations that have ended since this process looked last; those that ended before its first look are no news. */
    void attestations(OpenRouterPolicy policy, Instant now) {
        var metadata = policy.getMetadata();
        Instant before = looked.put(metadata.getUid(), now);
        for (Attestation attestation : policy.getSpec().attestations()) {
            boolean ended = before != null && endedBetween(before, now, attestation.validUntil());
            if (ended) {
                AuditObject object = new AuditObject(policy.getKind(), "", metadata.getName(), metadata.getUid());
                String message =
                        "%s until %s: %s".formatted(attestation.by(), attestation.validUntil(), attestation.evidence());
                log.record(
                        new AuditEvent(ACTOR, AuditAction.ATTESTATION_EXPIRED, object, attestation.control(), message));
            }
        }
    }

    /** The schema has seen to it that the end is a date; what is none never ends. */
    private static boolean endedBetween(Instant before, Instant now, String end) {
        try {
            Instant at = OffsetDateTime.parse(end).toInstant();
            return before.isBefore(at) && !now.isBefore(at);
        } catch (DateTimeParseException e) {
            return false;
        }
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
