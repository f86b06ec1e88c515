package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.event.EventRecorder;
import java.util.Set;

/** Tells the life of a key as events on its object, so that {@code kubectl describe} reads as its history. */
final class KeyAnnouncer {
    /** Things that only happen because somebody, or an outage, interfered. */
    private static final Set<Reason> NOTABLE = Set.of(
            Reason.SECRET_MISSING,
            Reason.SECRET_DAMAGED,
            Reason.KEY_DELETED_REMOTELY,
            Reason.KEY_DISABLED_REMOTELY,
            Reason.KEY_DRIFT,
            Reason.GUARDRAIL_REASSIGNED,
            Reason.KEY_WITHDRAWN,
            Reason.REVOKING,
            Reason.REVOKED,
            Reason.ROLLBACK_IMPOSSIBLE,
            Reason.ROTATED_OUTSIDE_WINDOWS,
            Reason.OVERLAP_ENDED,
            Reason.CREATE_AMBIGUOUS,
            Reason.ORPHAN_DELETED);

    private final EventRecorder events;
    private final KeyMeters meters;

    KeyAnnouncer(EventRecorder events, KeyMeters meters) {
        this.events = events;
        this.meters = meters;
    }

    /** Announces and counts an effect that was carried out. */
    void done(OpenRouterKey key, KeyDecision decision) {
        meters.done(key, decision);
        switch (decision) {
            case KeyDecision.Remember remember -> say(key, remember.reason(), remember.message());
            case KeyDecision.Create create ->
                say(
                        key,
                        Reason.KEY_CREATED,
                        "key serial %d was created, with no money to spend"
                                .formatted(create.pending().serial()));
            case KeyDecision.Prove _ ->
                say(
                        key,
                        Reason.POLICY_PROVEN,
                        "the new key is bound to the guardrail of its class, and can use only what that allows");
            case KeyDecision.Publish publish ->
                say(
                        key,
                        Reason.SECRET_SYNCED,
                        "key serial %d was written to Secret '%s'"
                                .formatted(publish.pending().serial(), SecretNames.name(key)));
            case KeyDecision.Rewrite _ ->
                say(
                        key,
                        Reason.SECRET_DATA_DRIFT,
                        "entries of Secret '%s' were written again".formatted(SecretNames.name(key)));
            case KeyDecision.Restart restart ->
                say(
                        key,
                        Reason.ROLLOUT_RESTARTED,
                        "%s is restarted to read key serial %d"
                                .formatted(restart.workload().words(), restart.serial()));
            case KeyDecision.Delete delete -> {
                if (delete.reason() != Reason.OLD_KEY_DELETED) {
                    say(key, delete.reason(), "a key was deleted: " + delete.message());
                }
            }
            case KeyDecision.Change change -> say(key, change.reason(), change.message());
            case KeyDecision.Reassign reassign -> say(key, reassign.reason(), reassign.message());
            // Steps on the way to what is recorded next, and told of then.
            case KeyDecision.Guard _, KeyDecision.Fund _, KeyDecision.Search _, KeyDecision.Rest _ -> {}
        }
    }

    private void say(OpenRouterKey key, Reason reason, String note) {
        if (NOTABLE.contains(reason)) {
            events.warning(key, reason, note);
        } else {
            events.normal(key, reason, note);
        }
    }
}
