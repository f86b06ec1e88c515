package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.InFlight;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log what was done for a key. A publication counts once it is recorded: whoever dies between the Secret and the record
 * comes back to the record, and nothing is told twice.
 */
final class KeyTrail {
    private static final Actor ACTOR = Actor.controller("key");

    private final AuditLog log;
    private final InFlightKeys inFlight;

    KeyTrail(AuditLog log, InFlightKeys inFlight) {
        this.log = log;
        this.inFlight = inFlight;
    }

    /**
     * Records an effect that was carried out.
     *
     * @param before what was on record then
     */
    void done(OpenRouterKey key, Grant grant, KeyRecord before, KeyDecision decision) {
        AuditEvent event = event(key, before, decision);
        if (event != null) {
            Enforced enforced = grant.classification();
            log.record(event.with(Detail.POLICY, grant.policy())
                    .with(
                            Detail.POLICY_REVISION,
                            enforced == null ? null : enforced.compiled().revision()));
        }
    }

    /** The object goes; what becomes of its keys is no longer its reconciler's business. */
    void left(OpenRouterKey key, AuditAction action, Reason reason, String message) {
        Current current = KeyMapper.record(key).current();
        log.record(of(key, action, reason, message)
                .with(Detail.KEY_HASH, current == null ? null : current.hash().value()));
    }

    private @Nullable AuditEvent event(OpenRouterKey key, KeyRecord before, KeyDecision decision) {
        return switch (decision) {
            case KeyDecision.Create create ->
                of(
                                key,
                                AuditAction.KEY_CREATED,
                                Reason.KEY_CREATED,
                                "key serial %d, with no money to spend"
                                        .formatted(create.pending().serial()))
                        .with(Detail.KEY_HASH, held(key));
            case KeyDecision.Guard guard ->
                of(key, AuditAction.KEY_GUARDED, Reason.ISSUING, "bound to guardrail " + guard.guardrailId())
                        .with(Detail.KEY_HASH, hash(guard.held()));
            case KeyDecision.Prove prove ->
                of(key, AuditAction.KEY_PROVEN, Reason.POLICY_PROVEN, "it can use only what its guardrail allows")
                        .with(Detail.KEY_HASH, hash(prove.held()));
            case KeyDecision.Fund fund ->
                of(key, AuditAction.KEY_CHANGED, Reason.ISSUING, words(fund.limit()))
                        .with(Detail.KEY_HASH, hash(fund.held()));
            case KeyDecision.Remember remember -> remembered(key, before, remember);
            case KeyDecision.Rewrite rewrite ->
                of(
                                key,
                                AuditAction.SECRET_REWRITTEN,
                                Reason.SECRET_DATA_DRIFT,
                                "entries of Secret '%s'".formatted(SecretNames.name(key)))
                        .with(Detail.KEY_HASH, rewrite.hash().value());
            case KeyDecision.Delete delete ->
                of(key, deletion(delete.reason()), delete.reason(), delete.message())
                        .with(Detail.KEY_HASH, delete.hash().value());
            case KeyDecision.Change change ->
                of(key, action(change), change.reason(), change.message())
                        .with(Detail.KEY_HASH, change.hash().value());
            case KeyDecision.Restart restart ->
                of(
                                key,
                                AuditAction.WORKLOAD_RESTARTED,
                                Reason.ROLLOUT_RESTARTED,
                                restart.workload().words())
                        .with(Detail.KEY_HASH, restart.hash().value());
            case KeyDecision.Reassign reassign ->
                of(key, AuditAction.KEY_GUARDED, reassign.reason(), reassign.message())
                        .with(Detail.KEY_HASH, reassign.hash().value());
            case KeyDecision.Publish _, KeyDecision.Search _, KeyDecision.Rest _ -> null;
        };
    }

    private static @Nullable AuditEvent remembered(OpenRouterKey key, KeyRecord before, KeyDecision.Remember remember) {
        KeyRecord record = remember.record();
        Current current = record.current();
        KeyHash earlier = before.current() == null ? null : before.current().hash();
        if (current != null && !current.hash().equals(earlier)) {
            return of(key, arrival(before, current, remember.reason()), remember.reason(), remember.message())
                    .with(Detail.KEY_HASH, current.hash().value())
                    .with(Detail.BEFORE, earlier == null ? null : earlier.value())
                    .with(Detail.AFTER, current.hash().value());
        }
        boolean another = record.pending() != null && !record.pending().equals(before.pending()) && earlier != null;
        if (another || remember.reason() == Reason.ROLLED_BACK) {
            return of(
                            key,
                            another ? AuditAction.ROTATION_STARTED : AuditAction.ROLLED_BACK,
                            remember.reason(),
                            remember.message())
                    .with(Detail.KEY_HASH, earlier == null ? null : earlier.value());
        }
        return null;
    }

    /** Only what was intended is news; a key without an intent was published before, and is seen again. */
    private static AuditAction arrival(KeyRecord before, Current current, Reason reason) {
        if (reason == Reason.ADOPTED) {
            return AuditAction.KEY_ADOPTED;
        }
        return before.pending() != null && before.pending().serial() == current.serial()
                ? AuditAction.KEY_PUBLISHED
                : AuditAction.KEY_RECOVERED;
    }

    private static AuditAction deletion(Reason reason) {
        return reason == Reason.ORPHAN_DELETED || reason == Reason.CREATE_AMBIGUOUS
                ? AuditAction.ORPHAN_DELETED
                : AuditAction.KEY_DELETED;
    }

    private static AuditAction action(KeyDecision.Change change) {
        if (!(change.change() instanceof KeyChange.SetDisabled(boolean disabled))) {
            return AuditAction.KEY_CHANGED;
        }
        if (!disabled) {
            return AuditAction.KEY_ENABLED;
        }
        if (change.reason() == Reason.REVOKED) {
            return AuditAction.KEY_REVOKED;
        }
        return change.reason() == Reason.OLD_KEY_DISABLED ? AuditAction.KEY_RETIRED : AuditAction.KEY_DISABLED;
    }

    private static AuditEvent of(OpenRouterKey key, AuditAction action, Reason reason, String message) {
        var metadata = key.getMetadata();
        AuditObject object =
                new AuditObject(key.getKind(), metadata.getNamespace(), metadata.getName(), metadata.getUid());
        return new AuditEvent(ACTOR, action, object, reason.text(), message);
    }

    private @Nullable String held(OpenRouterKey key) {
        return inFlight.find(key.getMetadata().getUid()) instanceof InFlight.Held held ? hash(held) : null;
    }

    private static String hash(InFlight.Held held) {
        return held.minted().key().hash().value();
    }

    private static String words(SpendLimit limit) {
        return "limit: %s USD, reset %s".formatted(limit.usd().toPlainString(), limit.reset());
    }
}
