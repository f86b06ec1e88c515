package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** OpenRouter, the Secret, the status and the policy, as far as the protocol can tell, and nothing that it cannot. */
final class World {
    /** A key at OpenRouter; {@code provenUnder} is the revision it was last asked under. */
    record Entry(
            RemoteKey key,
            @Nullable String guardrailId,
            @Nullable String provenUnder) {
        Entry with(RemoteKey changed) {
            return new Entry(changed, guardrailId, provenUnder);
        }

        Entry boundTo(@Nullable String other) {
            return new Entry(key, other, provenUnder);
        }

        Entry proven(String revision) {
            return new Entry(key, guardrailId, revision);
        }
    }

    /** Short enough for several rotations in one history. */
    private static final RotationTerms EVERY_FIVE_DAYS = new RotationTerms(
            Duration.ofDays(5), 10, Duration.ofHours(1), Duration.ofHours(72), Duration.ofDays(9), List.of(), 5);

    private static final Duration LONGEST_LAG = Duration.ofMinutes(5);

    final Map<KeyHash, Entry> keys = new LinkedHashMap<>();
    final List<KeyRecord> records = new ArrayList<>(List.of(KeyRecord.empty()));
    final Set<KeyHash> everMade = new HashSet<>();
    Instant now = Situation.NOW;
    Instant polledAt = now;
    KeyTerms terms = Claims.rotating(EVERY_FIVE_DAYS);
    KeyWishes wishes = KeyWishes.none();
    FleetTurn turn = FleetTurn.free();
    KeyDemand demand = new KeyDemand.Granted(terms);
    SecretState secret = new SecretState.Absent();
    boolean rationed;
    boolean usageLags;

    final Promises promises = new Promises(this);
    final Consumption consumption = new Consumption(this);

    /** What pods did with a key, whether OpenRouter shows it already or not. */
    private record Calls(int number, Instant last) {}

    private final Map<KeyHash, Calls> calls = new HashMap<>();
    private final Set<String> namesCreated = new HashSet<>();
    private Set<KeyHash> polled = Set.of();
    private int made;
    int published;

    KeyRecord record() {
        return records.getLast();
    }

    void remember(KeyRecord next) {
        promises.recorded(record(), next);
        records.add(next);
    }

    @Nullable
    KeyHash inSecret() {
        return secret.valueHash();
    }

    /** Pods call, time passes, pods move and call again; the next poll begins. */
    void pass(Duration time) {
        passUnseen(time);
        poll(usageLags && time.compareTo(LONGEST_LAG) < 0);
    }

    /** The same between two polls. */
    void passUnseen(Duration time) {
        use();
        consumption.call();
        now = now.plus(time);
        consumption.advance(time);
        use();
        consumption.call();
    }

    /** What was spent is shown a poll late at times, but not for hours. */
    private void poll(boolean late) {
        polledAt = now;
        polled = Set.copyOf(keys.keySet());
        if (!late) {
            calls.forEach((hash, made) -> change(hash, key -> used(key, made)));
        }
        usageLags = false;
    }

    void secret(SecretState next) {
        use();
        secret = next;
        use();
    }

    /** That it is used at all shows at once. */
    private void use() {
        KeyHash hash = inSecret();
        if (hash != null) {
            if (works(hash) || !promises.lastInSecret.containsKey(hash)) {
                promises.lastInSecret.put(hash, now);
            }
            change(hash, key -> key.lastUsedAt() == null ? used(key, new Calls(1, now)) : key);
        }
    }

    /** A pod called with it. */
    void spend(KeyHash hash) {
        calls.merge(hash, new Calls(1, now), (before, one) -> new Calls(before.number + one.number, one.last));
    }

    boolean works(KeyHash hash) {
        Entry entry = keys.get(hash);
        if (entry == null || entry.key().disabled()) {
            return false;
        }
        Instant end = entry.key().expiresAt();
        return end == null || now.isBefore(end);
    }

    private static RemoteKey used(RemoteKey key, Calls calls) {
        BigDecimal usage = key.usage().max(BigDecimal.valueOf(calls.number, 2));
        return new RemoteKey(
                key.hash(),
                key.name(),
                key.label(),
                key.disabled(),
                key.limit(),
                null,
                usage,
                usage,
                usage,
                key.createdAt(),
                key.expiresAt(),
                key.workspaceId(),
                calls.last);
    }

    MintedKey create(KeyRequest request) {
        promises.check(namesCreated.add(request.name()), "a create was sent twice for " + request.name());
        SecretValue value = SecretValue.of("sk-or-v1-material-" + ++made);
        RemoteKey key = new RemoteKey(
                value.hash(),
                request.name(),
                "sk-or-v1-..." + made,
                false,
                request.limit(),
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                now,
                request.expiresAt(),
                request.workspaceId(),
                null);
        keys.put(key.hash(), new Entry(key, null, null));
        everMade.add(key.hash());
        return new MintedKey(key, value);
    }

    /** By a decision of the protocol. */
    void delete(KeyHash hash) {
        promises.deleting(hash, keys.get(hash));
        keys.remove(hash);
    }

    /** By a decision of the protocol. */
    void change(KeyHash hash, KeyChange change) {
        promises.changing(hash, change);
        changed(hash, change);
    }

    /** The same by anybody's hand. */
    void changed(KeyHash hash, KeyChange change) {
        change(hash, key -> switch (change) {
            case KeyChange.SetLimit(SpendLimit limit) -> copy(key, key.name(), key.disabled(), limit);
            case KeyChange.SetDisabled(boolean disabled) -> copy(key, key.name(), disabled, key.limit());
            case KeyChange.Rename(String name) -> copy(key, name, key.disabled(), key.limit());
        });
    }

    void publish(MintedKey minted, int serial, PolicyProof proof) {
        KeyHash hash = minted.key().hash();
        Entry entry = keys.get(hash);
        promises.check(entry != null, "G: a key that is gone was published");
        if (entry != null) {
            promises.check(
                    terms.guardrailId().equals(entry.guardrailId()), "G: key " + hash + " was published unguarded");
            promises.check(
                    terms.policyRevision().equals(entry.provenUnder()), "G: key " + hash + " was published unproven");
            SpendLimit limit = entry.key().limit();
            promises.check(limit != null && limit.sameAs(terms.limit()), "G: key " + hash + " was published unfunded");
        }
        promises.check(demand instanceof KeyDemand.Granted, "G: key " + hash + " was published without a grant");
        promises.check(!(secret instanceof SecretState.Foreign), "somebody else's Secret was overwritten");
        secret(new SecretState.Ours(hash, serial, true, proof, now));
        published++;
    }

    void entry(KeyHash hash, UnaryOperator<Entry> change) {
        keys.computeIfPresent(hash, (_, entry) -> change.apply(entry));
    }

    /** The keys whose names say that they are this service's. */
    List<RemoteKey> named() {
        return keys.values().stream()
                .map(Entry::key)
                .filter(key -> KeyName.of(Situation.ID, key.name()).isPresent())
                .toList();
    }

    /** Which keys a list shows is as old as the last poll; how they look is taken to be fresh. */
    List<RemoteKey> listed() {
        return named().stream().filter(key -> polled.contains(key.hash())).toList();
    }

    Set<Urgency> affordable() {
        return rationed ? EnumSet.of(Urgency.REVOKE, Urgency.HEAL, Urgency.CREATE) : EnumSet.allOf(Urgency.class);
    }

    @Nullable
    Instant publishedAt() {
        return secret instanceof SecretState.Ours ours ? ours.publishedAt() : null;
    }

    private void change(KeyHash hash, UnaryOperator<RemoteKey> change) {
        entry(hash, entry -> entry.with(change.apply(entry.key())));
    }

    private static RemoteKey copy(RemoteKey key, String name, boolean disabled, @Nullable SpendLimit limit) {
        return new RemoteKey(
                key.hash(),
                name,
                key.label(),
                disabled,
                limit,
                null,
                key.usage(),
                key.usageDaily(),
                key.usageMonthly(),
                key.createdAt(),
                key.expiresAt(),
                key.workspaceId(),
                key.lastUsedAt());
    }
}
