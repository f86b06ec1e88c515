package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One look at the world, built up from nothing: an object just made, with a grant, and no key yet. */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final ServiceKeyId ID = new ServiceKeyId("c1", "shop", "checkout", "0a1b2c3d-0000-4000-8000-000000000000");
    static final SpendLimit LIMIT = new SpendLimit(new BigDecimal("50"), ResetInterval.MONTHLY);
    static final KeyTerms TERMS = new KeyTerms("main", "w1", "g1", "r1", LIMIT, RotationTerms.standard(), false, true);
    static final PolicyProof PROOF = new PolicyProof(NOW, "g1", 3, "m", "r1");
    static final String NONCE = "fresh0";

    /** One instance each: key material has no equality of its own. */
    private static final Map<Integer, SecretValue> VALUES = new ConcurrentHashMap<>();

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
        return empty().record(published(1)).secret(ours(1)).remote(1);
    }

    /** Serial 1 is being made. */
    static Situation pending() {
        return empty().record(KeyRecord.empty().intending("main", intent(1)));
    }

    static KeyRecord published(int serial) {
        return KeyRecord.empty().intending("main", intent(serial)).publishing(current(serial), PROOF, NOW);
    }

    static Pending intent(int serial) {
        return new Pending(serial, nonce(serial), name(serial), NOW.minusSeconds(60), null);
    }

    static Current current(int serial) {
        RemoteKey key = key(serial);
        return new Current(
                serial,
                key.hash(),
                key.label(),
                key.createdAt(),
                key.expiresAt(),
                key.createdAt(),
                key.createdAt(),
                null,
                null);
    }

    static Previous previous(int serial, Instant retireAfter) {
        return new Previous(serial, hash(serial), retireAfter.minus(TERMS.overlap()), retireAfter, null, null, false);
    }

    static SecretState.Ours ours(int serial) {
        return new SecretState.Ours(hash(serial), serial, true, PROOF, NOW.minus(Duration.ofDays(1)));
    }

    static String nonce(int serial) {
        return "nonce" + serial;
    }

    static String name(int serial) {
        return KeyName.compose(ID, serial, nonce(serial));
    }

    static SecretValue value(int serial) {
        return VALUES.computeIfAbsent(serial, number -> SecretValue.of("sk-or-v1-" + number));
    }

    static KeyHash hash(int serial) {
        return value(serial).hash();
    }

    static RemoteKey key(int serial) {
        return key(serial, name(serial), false, LIMIT, "w1", NOW.minus(Duration.ofDays(1)));
    }

    static RemoteKey key(
            int serial, String name, boolean disabled, SpendLimit limit, String workspaceId, Instant createdAt) {
        return new RemoteKey(
                hash(serial),
                name,
                "sk-or-v1-..." + serial,
                disabled,
                limit,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                createdAt,
                NOW.plus(Duration.ofDays(100)),
                workspaceId,
                null);
    }

    static RemoteKey disabled(int serial) {
        return key(serial, name(serial), true, LIMIT, "w1", NOW.minus(Duration.ofDays(1)));
    }

    /** Key {@code serial} after it was used. */
    static RemoteKey spent(int serial, String usd, @Nullable Instant lastUsedAt) {
        RemoteKey key = key(serial);
        BigDecimal usage = new BigDecimal(usd);
        return new RemoteKey(
                key.hash(),
                key.name(),
                key.label(),
                false,
                LIMIT,
                LIMIT.usd().subtract(usage),
                usage,
                usage,
                usage,
                key.createdAt(),
                key.expiresAt(),
                "w1",
                lastUsedAt);
    }

    static InFlight.Held naked(int serial) {
        return InFlight.Held.naked(nonce(serial), new MintedKey(key(serial), value(serial)));
    }

    static InFlight.Held broughtUp(int serial) {
        return naked(serial).withGuardrail("g1").withProof(PROOF).withFunds(LIMIT);
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
            remote(key(serial), "g1");
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
        remote.put(hash(serial), new RemotePresence.Gone());
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
