package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Secret is the truth: whatever it publishes is what services use. */
final class PublicationRules {
    /** The overlap of a replaced key when no policy can be asked: the default of the API. */
    private static final Duration DEFAULT_OVERLAP = Duration.ofDays(3);

    private PublicationRules() {}

    /** A key of ours in the Secret that the status does not know: published, then we died (step 5), or the status was lost. */
    static Optional<KeyDecision> recordWhatIsPublished(KeyObservation seen, Instant now) {
        if (!(seen.secret() instanceof SecretState.Ours ours) || ours.valueHash() == null) {
            return Optional.empty();
        }
        KeyHash hash = ours.valueHash();
        if (seen.record().knows(hash) || !(seen.remote().get(hash) instanceof RemotePresence.Present(var key, var _))) {
            return Optional.empty();
        }
        return KeyName.parse(key.name())
                .filter(name -> name.belongsTo(seen.id()))
                .map(name -> remember(seen, now, key, name, ours.proof()));
    }

    /** A Secret that turned out to be somebody else's leaves the key made for it without a home. */
    static Optional<KeyDecision> discardKeyForForeignSecret(KeyObservation seen, Instant now) {
        if (!(seen.secret() instanceof SecretState.Foreign(String message))
                || !(seen.inFlightForPending() instanceof InFlight.Held held)) {
            return Optional.empty();
        }
        return Optional.of(new KeyDecision.Delete(held.minted().key().hash(), Reason.SECRET_NOT_OWNED, message));
    }

    /** A Secret that somebody else made is never written. */
    static Optional<KeyDecision> refuseForeignSecret(KeyObservation seen, Instant now) {
        if (!(seen.secret() instanceof SecretState.Foreign(String message))
                || seen.record().pending() != null) {
            return Optional.empty();
        }
        return Optional.of(new KeyDecision.Rest(new Standing(Verdict.STALLED, Reason.SECRET_NOT_OWNED, message)));
    }

    private static KeyDecision remember(
            KeyObservation seen, Instant now, RemoteKey key, KeyName name, @Nullable PolicyProof proof) {
        Current current = new Current(name.serial(), key.hash(), key.label(), key.createdAt(), key.expiresAt());
        Duration overlap = GrantRules.terms(seen).map(KeyTerms::overlap).orElse(DEFAULT_OVERLAP);
        KeyRecord next = seen.record().publishing(current, proof, now.plus(overlap));
        return new KeyDecision.Remember(
                next,
                Reason.PROVISIONED,
                "key serial %d (%s) is published".formatted(current.serial(), current.label()));
    }
}
