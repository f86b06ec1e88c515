package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at the world, built up from nothing: an object just made, with a grant, and no key yet. */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final ServiceKeyId ID = new ServiceKeyId("c1", "shop", "checkout", "0a1b2c3d-0000-4000-8000-000000000000");
    static final SpendLimit LIMIT = new SpendLimit(new BigDecimal("50"), ResetInterval.MONTHLY);
    static final KeyTerms TERMS = new KeyTerms("main", "w1", "g1", "r1", LIMIT, RotationTerms.standard(), false, true);
    static final PolicyProof PROOF = new PolicyProof(NOW, "g1", 3, "m", "r1");
    static final String NONCE = "fresh0";

    private final Map<KeyHash, RemotePresence> remote = new HashMap<>();
    private final List<RemoteKey> named = new ArrayList<>();
    private KeyDemand demand = new KeyDemand.Granted(TERMS);
    private KeyRecord record = KeyRecord.empty();
    private SecretState secret = new SecretState.Absent();
    private @Nullable InFlight inFlight;
    private List<Instant> creations = List.of();
    private KeyWishes wishes = KeyWishes.none();
    private Consumers consumers = Consumers.none();
    private FleetTurn turn = FleetTurn.free();
    private Set<Urgency> affordable = EnumSet.allOf(Urgency.class);

    static Situation empty() {
        return new Situation();
    }

    /** Key serial 1 is published, recorded, guarded and funded. */
    static Situation atRest() {
        return empty().record(Serial.published(1)).secret(Serial.ours(1)).remote(1);
    }

    /** Serial 1 is being made. */
    static Situation pending() {
        return empty().record(KeyRecord.empty().intending("main", Serial.intent(1)));
    }

    Situation demand(KeyDemand now) {
        demand = now;
        return this;
    }

    Situation terms(KeyTerms terms) {
        return demand(new KeyDemand.Granted(terms));
    }

    Situation refused() {
        return demand(new KeyDemand.Refused(Reason.NO_POLICY, "no policy"));
    }

    Situation withdrawn() {
        return demand(new KeyDemand.Withdrawn("nothing allowed"));
    }

    Situation record(KeyRecord now) {
        record = now;
        return this;
    }

    Situation secret(SecretState now) {
        secret = now;
        return this;
    }

    Situation foreignSecret() {
        return secret(new SecretState.Foreign("somebody else's", null, null));
    }

    Situation holding(@Nullable InFlight now) {
        inFlight = now;
        return this;
    }

    /** These keys exist, guarded, as they were made. */
    Situation remote(int... serials) {
        for (int serial : serials) {
            remote(Serial.key(serial), "g1");
        }
        return this;
    }

    Situation remote(RemoteKey key, @Nullable String guardrailId) {
        remote.put(key.hash(), new Present(key, guardrailId, NOW));
        return this;
    }

    /** This key exists, guarded, and a poll that began then saw it so. */
    Situation polled(RemoteKey key, Instant seenAt) {
        remote.put(key.hash(), new Present(key, "g1", seenAt));
        return this;
    }

    Situation gone(int serial) {
        remote.put(Serial.hash(serial), new RemotePresence.Gone());
        return this;
    }

    Situation named(RemoteKey... keys) {
        named.addAll(List.of(keys));
        return this;
    }

    Situation wishing(KeyWishes now) {
        wishes = now;
        return this;
    }

    Situation consumers(Consumers now) {
        consumers = now;
        return this;
    }

    Situation turn(FleetTurn now) {
        turn = now;
        return this;
    }

    Situation creations(int count) {
        creations = Collections.nCopies(count, NOW.minusSeconds(60));
        return this;
    }

    Situation rationed() {
        affordable = EnumSet.of(Urgency.REVOKE, Urgency.HEAL, Urgency.CREATE);
        return this;
    }

    KeyObservation look() {
        return new KeyObservation(
                ID,
                wishes,
                demand,
                record,
                secret,
                inFlight,
                remote,
                named,
                NONCE,
                creations,
                consumers,
                turn,
                affordable);
    }

    KeyDecision next() {
        return KeyProtocol.decide(look(), NOW);
    }

    Optional<KeyDecision> nextOfDeletion(DeletionProtocol.Fate fate) {
        return DeletionProtocol.decide(look(), fate, NOW);
    }
}
