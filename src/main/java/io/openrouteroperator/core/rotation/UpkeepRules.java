package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.Generation.Published;
import io.openrouteroperator.core.rotation.KeyDecision.Change;
import io.openrouteroperator.core.rotation.KeyDecision.Reassign;
import io.openrouteroperator.core.rotation.KeyDecision.Rest;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published key is kept as its policy asks for: what someone changed by hand is put back. */
final class UpkeepRules {
    private UpkeepRules() {}

    /**
     * The class allows something again: enable what we disabled, the earlier keys still in their overlap first, then forget that we
     * did. The guardrail is bound before that.
     */
    static Optional<KeyDecision> restoreWithdrawnKey(KeyObservation seen, Instant now) {
        if (!seen.record().withdrawn() || GrantRules.terms(seen).isEmpty()) {
            return Optional.empty();
        }
        String message = "the class allows something again";
        List<RemoteKey> stopped = seen.record()
                .published()
                .filter(key ->
                        !(key instanceof Previous old) || (old.retiredAt() == null && now.isBefore(old.retireAfter())))
                .flatMap(key -> present(seen, key).map(Present::key).stream())
                .filter(RemoteKey::disabled)
                .toList();
        return Optional.of(
                stopped.isEmpty()
                        ? new KeyDecision.Remember(seen.record().withdrawn(false), Reason.PROVISIONED, message)
                        : new Change(
                                stopped.getLast().hash(),
                                new KeyChange.SetDisabled(false),
                                Urgency.HEAL,
                                Reason.PROVISIONED,
                                message));
    }

    /** Every published key, earlier ones too, and before anything else: a key without its guardrail may do anything. */
    static Optional<KeyDecision> reassignGuardrail(KeyObservation seen, Instant now) {
        return GrantRules.terms(seen)
                .flatMap(terms -> seen.record()
                        .published()
                        .flatMap(key -> present(seen, key).stream())
                        .filter(found -> !terms.guardrailId().equals(found.guardrailId()))
                        .filter(found -> isIn(terms.workspaceId(), found.key()))
                        .findFirst()
                        .map(found -> new Reassign(
                                found.key().hash(),
                                terms.guardrailId(),
                                Reason.GUARDRAIL_REASSIGNED,
                                found.guardrailId() == null
                                        ? "the key had no guardrail"
                                        : "the key was bound to another guardrail")));
    }

    /** A guardrail binds keys of its own workspace only; a key in another one is replaced instead. */
    private static boolean isIn(String workspaceId, RemoteKey key) {
        return key.workspaceId() == null || workspaceId.equals(key.workspaceId());
    }

    /** Also at the reset that forgets what an earlier key had spent. */
    static Optional<KeyDecision> correctLimit(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || !seen.affords(Urgency.TIDY)) {
            return Optional.empty();
        }
        return present(seen)
                .flatMap(found -> GrantRules.terms(seen)
                        .map(terms -> CarriedSpend.limitUnder(terms.limit(), current.carried(), now))
                        .filter(wanted -> differs(found.key().limit(), wanted))
                        .map(wanted -> new Change(
                                found.key().hash(),
                                new KeyChange.SetLimit(wanted),
                                Urgency.TIDY,
                                Reason.KEY_DRIFT,
                                "the limit was not the one asked for")));
    }

    /** Recovery finds keys by name, so a name given by someone else is a danger, not a preference. */
    static Optional<KeyDecision> correctName(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || current.serial() == Generation.ADOPTED || !seen.affords(Urgency.TIDY)) {
            return Optional.empty();
        }
        return present(seen)
                .map(Present::key)
                .filter(key -> KeyName.of(seen.id(), key.name()).isEmpty())
                .map(key -> new Change(
                        key.hash(),
                        new KeyChange.Rename(KeyName.compose(seen.id(), current.serial(), seen.freshNonce())),
                        Urgency.TIDY,
                        Reason.KEY_DRIFT,
                        "the key was renamed"));
    }

    static Optional<KeyDecision> rewriteSecret(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && seen.secret() instanceof SecretState.Ours ours && !ours.rendered()
                ? Optional.of(new KeyDecision.Rewrite(current.hash(), current.serial()))
                : Optional.empty();
    }

    static Optional<KeyDecision> reportDisabledKey(KeyObservation seen, Instant now) {
        return ReplacementRules.disabledByHand(seen)
                .map(serial -> new Rest(new Standing(
                        Verdict.STALLED,
                        Reason.KEY_DISABLED_REMOTELY,
                        ("key serial %d was disabled at OpenRouter; enable it there, or set onRemoteDisable: Replace"
                                        + " in the policy")
                                .formatted(serial))));
    }

    /** Nothing is left to do. */
    static Rest ready(KeyObservation seen) {
        Current current = seen.record().current();
        return current == null
                ? GrantRules.undecided()
                : new Rest(new Standing(
                        Verdict.READY,
                        Reason.PROVISIONED,
                        "key serial %d (%s) is published and guarded".formatted(current.serial(), current.label())));
    }

    private static boolean differs(@Nullable SpendLimit is, SpendLimit wanted) {
        return is == null || !is.sameAs(wanted);
    }

    private static Optional<Present> present(KeyObservation seen) {
        return Optional.ofNullable(seen.record().current()).flatMap(current -> present(seen, current));
    }

    private static Optional<Present> present(KeyObservation seen, Published key) {
        return seen.remote().get(key.hash()) instanceof Present found ? Optional.of(found) : Optional.empty();
    }
}
