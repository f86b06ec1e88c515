package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import java.time.Instant;
import java.util.Optional;

/** Keys that served their time, and keys with our name that nobody owns (invariant O). */
final class RetirementRules {
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

    /** A key that somebody put back into the Secret is in use again, whatever its time says. */
    static Optional<KeyDecision> retireDueKey(KeyObservation seen, Instant now) {
        if (!seen.mayTidy()) {
            return Optional.empty();
        }
        return seen.record().previous().stream()
                .filter(old -> !now.isBefore(old.retireAfter()) && !seen.publishes(old.hash()))
                .findFirst()
                .map(old -> new KeyDecision.Delete(
                        old.hash(),
                        Urgency.RETIRE,
                        Reason.OLD_KEY_DELETED,
                        "key serial %d was deleted after its overlap".formatted(old.serial())));
    }

    /**
     * Deletes only with proof: our cluster, our UID, a hash that neither the status nor the Secret has, and old enough. A Secret
     * that is not ours proves nothing: somebody may have taken our label off it.
     */
    static Optional<KeyDecision> deleteOrphan(KeyObservation seen, Instant now) {
        if (!seen.mayTidy() || seen.secret() instanceof SecretState.Foreign) {
            return Optional.empty();
        }
        return seen.named().stream()
                .filter(key -> isOrphan(seen, key, now))
                .findFirst()
                .map(key -> new KeyDecision.Delete(
                        key.hash(),
                        Urgency.TIDY,
                        Reason.ORPHAN_DELETED,
                        "no record and no Secret has the key '" + key.name() + "'"));
    }

    private static boolean isOrphan(KeyObservation seen, RemoteKey key, Instant now) {
        Pending pending = seen.record().pending();
        boolean beingMade = pending != null && key.name().equals(pending.keyName());
        return !beingMade
                && !seen.publishes(key.hash())
                && !seen.record().knows(key.hash())
                && OrphanProof.isHarmless(key, now);
    }
}
