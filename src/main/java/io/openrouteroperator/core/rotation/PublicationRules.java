package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Secret is the truth: whatever it publishes is what services use. */
final class PublicationRules {
    /** The overlap of a replaced key when no policy can be asked: the default of the API. */
    static final Duration DEFAULT_OVERLAP = Duration.ofDays(3);

    /** How much an overlap may come out short, so that its end is not written anew with every look. */
    private static final Duration KEEPING_SLACK = Duration.ofMinutes(1);

    private PublicationRules() {}

    /** A key of ours in the Secret that the status does not know: published, then we died (step 5), or the status was lost. */
    static Optional<KeyDecision> recordWhatIsPublished(KeyObservation seen, Instant now) {
        if (!(seen.secret() instanceof SecretState.Ours ours) || ours.valueHash() == null) {
            return Optional.empty();
        }
        KeyHash hash = ours.valueHash();
        if (seen.record().knows(hash)
                || !(seen.remote().get(hash) instanceof RemotePresence.Present(var key, var _, var _))) {
            return Optional.empty();
        }
        return serialOf(seen, key, ours).map(serial -> remember(seen, now, key, serial, ours));
    }

    /** The generation a key is: by its name, or because we made it a moment ago, whatever it is called by now. */
    private static Optional<Integer> serialOf(KeyObservation seen, RemoteKey key, SecretState.Ours ours) {
        Pending pending = seen.record().pending();
        return KeyName.of(seen.id(), key.name())
                .map(KeyName::serial)
                .or(() -> pending != null
                                && seen.inFlightForPending() instanceof InFlight.Held held
                                && held.minted().key().hash().equals(key.hash())
                        ? Optional.of(pending.serial())
                        : Optional.empty())
                .or(() -> seen.wishes().adopt() && ours.serial() == Generation.ADOPTED
                        ? Optional.of(Generation.ADOPTED)
                        : Optional.empty());
    }

    /** An earlier key put back into the Secret, from a backup say, is in use again: its overlap begins when it leaves. */
    static Optional<KeyDecision> keepEarlierKeyInUse(KeyObservation seen, Instant now) {
        Instant until = now.plus(GrantRules.terms(seen).map(KeyTerms::overlap).orElse(DEFAULT_OVERLAP));
        return seen.record().previous().stream()
                .filter(old -> !old.revoked() && seen.publishes(old.hash()) && GrantRules.works(seen, old))
                .filter(old -> old.supersededAt().isBefore(now.minus(KEEPING_SLACK)))
                .findFirst()
                .map(old -> new KeyDecision.Remember(
                        seen.record().keeping(old.hash(), now, until),
                        Reason.SECRET_DAMAGED,
                        "key serial %d was put back into the Secret".formatted(old.serial())));
    }

    /** A Secret that somebody else made is never written, and no key is made for it. */
    static Optional<KeyDecision> refuseForeignSecret(KeyObservation seen, Instant now) {
        return seen.secret() instanceof SecretState.Foreign foreign
                ? Optional.of(new KeyDecision.Rest(
                        new Standing(Verdict.STALLED, Reason.SECRET_NOT_OWNED, AdoptionRules.advice(seen, foreign))))
                : Optional.empty();
    }

    /** Who lost the status cannot tell which requests were carried out, and takes them for done: a needless rotation helps nobody. */
    private static KeyRecord remembered(KeyObservation seen) {
        return seen.record().account() == null
                ? seen.record().handled(seen.wishes().requests())
                : seen.record();
    }

    /**
     * A Secret restored from a backup carries the time of its first publication: what it replaces was in use until now, whatever that
     * says.
     */
    private static Instant publishedAt(KeyObservation seen, SecretState.Ours ours, Instant now) {
        Instant said = ours.publishedAt();
        Current before = seen.record().current();
        boolean isNews = said != null && (before == null || said.isAfter(before.publishedAt()));
        return said != null && isNews ? said : now;
    }

    private static KeyDecision remember(
            KeyObservation seen, Instant now, RemoteKey key, int serial, SecretState.Ours ours) {
        Pending pending = seen.record().pending();
        Current current = new Current(
                serial,
                key.hash(),
                key.label(),
                key.createdAt(),
                key.expiresAt(),
                publishedAt(seen, ours, now),
                null,
                pending != null && pending.serial() == serial ? pending.carried() : null,
                null);
        Duration overlap = GrantRules.terms(seen).map(KeyTerms::overlap).orElse(DEFAULT_OVERLAP);
        KeyRecord next = remembered(seen)
                .publishing(current, ours.proof(), current.publishedAt().plus(overlap))
                .withdrawn(seen.record().withdrawn());
        return new KeyDecision.Remember(
                next,
                Reason.PROVISIONED,
                "key serial %d (%s) is published in the Secret".formatted(current.serial(), current.label()));
    }
}
