package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rollout.Consumers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the protocol looks at, gathered for one decision.
 *
 * @param id whose key
 * @param wishes what its owner asks for
 * @param demand what the policy grants
 * @param record what the status remembers
 * @param secret what is published
 * @param inFlight what this process knows of the pending generation, null when nothing
 * @param remote each key of the record, of the Secret and in flight, at OpenRouter
 * @param named all keys in the account's last list that carry this service's name; others are left out here
 * @param freshNonce a random nonce, should one be needed
 * @param recentCreations when this process last made keys for this object, but for those that replaced one that worked; for the
 *     breaker
 * @param consumers what reads the Secret; looked up only while a rollout lasts
 * @param turn its place among the keys of the fleet
 * @param affordable the changes that the day's ration of key changes has room for
 */
public record KeyObservation(
        ServiceKeyId id,
        KeyWishes wishes,
        KeyDemand demand,
        KeyRecord record,
        SecretState secret,
        @Nullable InFlight inFlight,
        Map<KeyHash, RemotePresence> remote,
        List<RemoteKey> named,
        String freshNonce,
        List<Instant> recentCreations,
        Consumers consumers,
        FleetTurn turn,
        Set<Urgency> affordable) {
    public KeyObservation {
        remote = Map.copyOf(remote);
        named = named.stream()
                .filter(key -> KeyName.of(id, key.name()).isPresent())
                .toList();
        recentCreations = List.copyOf(recentCreations);
        affordable = Set.copyOf(affordable);
    }

    /** Whether the day's ration has room for a change of this urgency. */
    public boolean affords(Urgency urgency) {
        return affordable.contains(urgency);
    }

    /** Whether the Secret holds the key with this hash: then somebody may be using it. */
    public boolean publishes(KeyHash hash) {
        return hash.equals(secret.valueHash());
    }

    /** What this process holds for the intent in the status; what belongs to another intent does not count. */
    public @Nullable InFlight inFlightForPending() {
        Generation.Pending pending = record.pending();
        return inFlight != null && pending != null && inFlight.nonce().equals(pending.nonce()) ? inFlight : null;
    }
}
