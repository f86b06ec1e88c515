package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What owners ask for at once: another key, the end of a key in the wrong hands, or an earlier key back. */
final class RequestRules {
    /** How long a compromised key may go on while its successor cannot be made. */
    static final Duration REVOCATION_PATIENCE = Duration.ofMinutes(5);

    private RequestRules() {}

    /** From here on a crash cannot forget that the key is in the wrong hands. */
    static Optional<KeyDecision> recordRevocation(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        Requests handled = seen.record().handled();
        if (current == null || !seen.wishes().requests().asksForRevocation(handled)) {
            return Optional.empty();
        }
        return Optional.of(new KeyDecision.Remember(
                seen.record()
                        .compromised(now)
                        .handled(handled.answeringRevocation(seen.wishes().requests())),
                Reason.REVOKING,
                "key serial %d is revoked: its successor is made first, then it is disabled without an overlap"
                        .formatted(current.serial())));
    }

    /** Where no successor can be had, a key in the wrong hands is worse than none. */
    static Optional<KeyDecision> stopCompromisedKey(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || current.compromisedAt() == null || !GrantRules.works(seen, current)) {
            return Optional.empty();
        }
        boolean hopeless = seen.demand() instanceof KeyDemand.Refused
                || seen.demand() instanceof KeyDemand.Withdrawn
                || !now.isBefore(current.compromisedAt().plus(REVOCATION_PATIENCE));
        return hopeless
                ? Optional.of(new KeyDecision.Change(
                        current.hash(),
                        new KeyChange.SetDisabled(true),
                        Urgency.REVOKE,
                        Reason.REVOKED,
                        "key serial %d was disabled before its successor could be made".formatted(current.serial())))
                : Optional.empty();
    }

    /** The successor of a compromised key waits for no window. */
    static Optional<KeyDecision> replaceCompromisedKey(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && current.compromisedAt() != null
                ? ReplacementRules.intend(seen, Reason.REVOKING, "its owner revoked the key before it", now)
                : Optional.empty();
    }

    /** A key asked for by hand waits for no window, and for no other key of the fleet. */
    static Optional<KeyDecision> rotateOnRequest(KeyObservation seen, Instant now) {
        return seen.wishes().requests().asksForRotation(seen.record().handled()) && seen.affords(Urgency.ROTATE)
                ? ReplacementRules.intend(seen, Reason.MANUALLY_TRIGGERED, "its owner asked for another key", now)
                : Optional.empty();
    }

    /** The value of an earlier key is kept by nobody (ADR 8), so it can be enabled again, but not published. */
    static Optional<KeyDecision> recordRollback(KeyObservation seen, Instant now) {
        Requests handled = seen.record().handled();
        Requests asked = seen.wishes().requests();
        if (!asked.asksForRollback(handled) || GrantRules.terms(seen).isEmpty()) {
            return Optional.empty();
        }
        KeyRecord answered = seen.record().handled(handled.answeringRollback(asked));
        Instant until = now.plus(GrantRules.terms(seen).orElseThrow().overlap());
        return Optional.of(earlier(seen, asked)
                .map(old -> new KeyDecision.Remember(
                        answered.with(old.hash(), found -> found.restoredUntil(until)),
                        Reason.ROLLED_BACK,
                        "key serial %d works again until %s; the Secret stays as it is".formatted(old.serial(), until)))
                .orElseGet(() -> new KeyDecision.Remember(
                        answered,
                        Reason.ROLLBACK_IMPOSSIBLE,
                        "there is no earlier key serial '%s' that could work again".formatted(asked.rollback()))));
    }

    private static Optional<Previous> earlier(KeyObservation seen, Requests asked) {
        return seen.record().previous().stream()
                .filter(old -> Integer.toString(old.serial()).equals(asked.rollback()))
                .filter(old -> seen.remote().get(old.hash()) instanceof RemotePresence.Present)
                .findFirst();
    }

    static Optional<KeyDecision> enableRestoredKey(KeyObservation seen, Instant now) {
        if (seen.record().withdrawn() || GrantRules.terms(seen).isEmpty()) {
            return Optional.empty();
        }
        return seen.record()
                .overlapping()
                .filter(old -> old.restored() && now.isBefore(old.retireAfter()))
                .filter(old ->
                        seen.remote().get(old.hash()) instanceof RemotePresence.Present && !GrantRules.works(seen, old))
                .findFirst()
                .map(old -> new KeyDecision.Change(
                        old.hash(),
                        new KeyChange.SetDisabled(false),
                        Urgency.HEAL,
                        Reason.ROLLED_BACK,
                        "key serial %d was enabled again".formatted(old.serial())));
    }
}
