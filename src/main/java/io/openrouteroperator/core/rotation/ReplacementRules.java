package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.KeyDecision.Rest;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a service needs another key: its first, or one for a key that is missing, damaged or gone. */
final class ReplacementRules {
    /**
     * More than this many keys lost by one object within {@link #BREAKER_WINDOW} is a loop, not a life (lesson 32 of the peers). What
     * its owner asks for is no loop, so it is neither counted nor held up.
     */
    static final int BREAKER_CREATIONS = 5;

    static final Duration BREAKER_WINDOW = Duration.ofHours(1);

    private static final Set<Reason> ASKED_FOR = Set.of(Reason.MANUALLY_TRIGGERED, Reason.REVOKING);

    private ReplacementRules() {}

    static Optional<KeyDecision> refuseOtherAccount(KeyObservation seen, Instant now) {
        String account = seen.record().account();
        if (!(seen.demand() instanceof KeyDemand.Granted(KeyTerms terms))
                || account == null
                || account.equals(terms.account())) {
            return Optional.empty();
        }
        return Optional.of(new Rest(new Standing(
                Verdict.STALLED,
                Reason.ACCOUNT_CHANGED,
                ("spec.policyRef leads to account '%s', but the key lives in '%s': a key cannot move;"
                                + " create a second OpenRouterKey and delete this one")
                        .formatted(terms.account(), account))));
    }

    static Optional<KeyDecision> makeFirstKey(KeyObservation seen, Instant now) {
        return seen.record().current() != null
                ? Optional.empty()
                : intend(seen, Reason.ISSUING, "the service has no key yet", now);
    }

    /** Nothing is said about a key that nobody has looked at. */
    static Optional<KeyDecision> waitForRemoteView(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && !seen.remote().containsKey(current.hash())
                ? Optional.of(GrantRules.undecided())
                : Optional.empty();
    }

    static Optional<KeyDecision> replaceKeyDeletedRemotely(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || !(seen.remote().get(current.hash()) instanceof Gone)) {
            return Optional.empty();
        }
        String message = "key serial %d was deleted at OpenRouter".formatted(current.serial());
        return GrantRules.terms(seen)
                .map(terms -> terms.replaceWhenDeleted()
                        ? intend(seen, terms, Reason.KEY_DELETED_REMOTELY, message, now)
                        : new Rest(new Standing(Verdict.STALLED, Reason.KEY_DELETED_REMOTELY, message)));
    }

    static Optional<KeyDecision> replaceKeyDisabledRemotely(KeyObservation seen, Instant now) {
        return disabledByHand(seen)
                .filter(_ -> GrantRules.terms(seen)
                        .map(KeyTerms::replaceWhenDisabled)
                        .orElse(false))
                .flatMap(serial -> intend(
                        seen,
                        Reason.KEY_DISABLED_REMOTELY,
                        "key serial %d was disabled at OpenRouter".formatted(serial),
                        now));
    }

    static Optional<KeyDecision> replaceKeyOfMissingSecret(KeyObservation seen, Instant now) {
        return seen.secret() instanceof SecretState.Absent
                ? intend(seen, Reason.SECRET_MISSING, "the Secret was deleted, and the key's value with it", now)
                : Optional.empty();
    }

    static Optional<KeyDecision> replaceKeyOfDamagedSecret(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null
                || !(seen.secret() instanceof SecretState.Ours ours)
                || current.hash().equals(ours.valueHash())) {
            return Optional.empty();
        }
        return intend(seen, Reason.SECRET_DAMAGED, "the key in the Secret was changed by someone", now);
    }

    /** A key cannot move between workspaces. */
    static Optional<KeyDecision> replaceKeyOfOtherWorkspace(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || !(seen.remote().get(current.hash()) instanceof Present(var key, var _, var _))) {
            return Optional.empty();
        }
        String workspace = key.workspaceId();
        return GrantRules.terms(seen)
                .filter(terms -> workspace != null && !workspace.equals(terms.workspaceId()))
                .map(terms -> intend(seen, terms, Reason.ISSUING, "the class moved to another workspace", now));
    }

    /** The serial of the current key, when someone other than us disabled it. */
    static Optional<Integer> disabledByHand(KeyObservation seen) {
        Current current = seen.record().current();
        return current != null
                        && !seen.record().withdrawn()
                        && current.compromisedAt() == null
                        && seen.remote().get(current.hash()) instanceof Present(var key, var _, var _)
                        && key.disabled()
                ? Optional.of(current.serial())
                : Optional.empty();
    }

    static Optional<KeyDecision> intend(KeyObservation seen, Reason reason, String why, Instant now) {
        return GrantRules.terms(seen).map(terms -> intend(seen, terms, reason, why, now));
    }

    /** Step 1: record what is about to be made, unless too many were made already. */
    static KeyDecision intend(KeyObservation seen, KeyTerms terms, Reason reason, String why, Instant now) {
        long recent = seen.recentCreations().stream()
                .filter(made -> made.isAfter(now.minus(BREAKER_WINDOW)))
                .count();
        if (recent >= BREAKER_CREATIONS && !ASKED_FOR.contains(reason)) {
            return new Rest(new Standing(
                    Verdict.STALLED,
                    Reason.BREAKER_OPEN,
                    ("%d keys were made for this object within an hour, the last because %s;"
                                    + " find what removes them, it goes on by itself within the hour")
                            .formatted(recent, why)));
        }
        int serial = highestSerial(seen) + 1;
        String nonce = seen.freshNonce();
        Pending pending =
                new Pending(serial, nonce, KeyName.compose(seen.id(), serial, nonce), now, carried(seen, now));
        return new KeyDecision.Remember(answered(seen).intending(terms.account(), pending), reason, why);
    }

    /** A new key answers every request for one; before the first there is nothing that a request could mean. */
    private static KeyRecord answered(KeyObservation seen) {
        Requests asked = seen.wishes().requests();
        KeyRecord record = seen.record();
        return record.handled(
                record.current() == null ? asked : record.handled().answeringRotation(asked));
    }

    private static @Nullable CarriedSpend carried(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && seen.remote().get(current.hash()) instanceof Present(var key, var _, var _)
                ? CarriedSpend.after(key, current.carried(), now)
                : null;
    }

    /** The status may be lost or restored; names at OpenRouter tell the serials used all the same. */
    private static int highestSerial(KeyObservation seen) {
        return seen.named().stream()
                .flatMap(key -> KeyName.of(seen.id(), key.name()).stream())
                .mapToInt(KeyName::serial)
                .reduce(seen.record().lastSerial(), Math::max);
    }
}
