package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Pending;
import java.time.Instant;
import java.util.Optional;

/** Step 9, where nothing else is left to do: keys with our name that nobody owns go (invariant O). */
final class OrphanRules {
    private OrphanRules() {}

    /**
     * Deletes only with proof: our cluster, our UID, a hash that neither the status nor the Secret has, and old enough. A Secret
     * that is not ours proves nothing: somebody may have taken our label off it.
     */
    static Optional<KeyDecision> deleteOrphan(KeyObservation seen, Instant now) {
        if (!seen.affords(Urgency.TIDY) || seen.secret() instanceof SecretState.Foreign) {
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
