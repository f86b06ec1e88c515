package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keys that served their time, and keys with our name that nobody owns (invariant O). */
final class RetirementRules {
    /** A younger key may be the work of another replica that has not recorded it yet. */
    static final Duration ORPHAN_AGE = Duration.ofMinutes(15);

    private RetirementRules() {}

    static Optional<KeyDecision> forgetRetiredKey(KeyObservation seen, Instant now) {
        return seen.record().previous().stream()
                .filter(old -> seen.remote().get(old.hash()) instanceof Gone)
                .findFirst()
                .map(old -> new KeyDecision.Remember(
                        seen.record().without(old.hash()),
                        Reason.OLD_KEY_DELETED,
                        "key serial %d is gone".formatted(old.serial())));
    }

    static Optional<KeyDecision> retireDueKey(KeyObservation seen, Instant now) {
        return seen.record().previous().stream()
                .filter(old -> !now.isBefore(old.retireAfter()))
                .findFirst()
                .map(old -> new KeyDecision.Delete(
                        old.hash(),
                        Reason.OLD_KEY_DELETED,
                        "key serial %d was deleted after its overlap".formatted(old.serial())));
    }

    /** Deletes only with proof: our cluster, our UID, a hash that neither the status nor the Secret has, and old enough. */
    static Optional<KeyDecision> deleteOrphan(KeyObservation seen, Instant now) {
        return seen.named().stream()
                .filter(key -> isOrphan(seen, key, now))
                .findFirst()
                .map(key -> new KeyDecision.Delete(
                        key.hash(), Reason.ORPHAN_DELETED, "no record and no Secret has the key '" + key.name() + "'"));
    }

    private static boolean isOrphan(KeyObservation seen, RemoteKey key, Instant now) {
        Pending pending = seen.record().pending();
        boolean beingMade = pending != null && key.name().equals(pending.keyName());
        boolean published =
                seen.secret() instanceof SecretState.Ours ours && key.hash().equals(ours.valueHash());
        return !beingMade
                && !published
                && !seen.record().knows(key.hash())
                && key.createdAt().isBefore(now.minus(ORPHAN_AGE));
    }
}
