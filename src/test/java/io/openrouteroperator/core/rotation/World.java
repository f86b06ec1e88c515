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

    /** An overlap may come out that much short: its end is not written anew with every look. */
    private static final Duration SLACK = Duration.ofHours(1);

    final Map<KeyHash, Entry> keys = new LinkedHashMap<>();
    final List<KeyRecord> records = new ArrayList<>(List.of(KeyRecord.empty()));
    final Map<KeyHash, Instant> lastInSecret = new HashMap<>();
    /** Also those enabled since: whoever stops an earlier key and then a whole class has given it up. */
    final Set<KeyHash> onceStoppedByHand = new HashSet<>();

    final Set<KeyHash> stoppedByHand = new HashSet<>();
    final List<String> violations = new ArrayList<>();
    Instant now = Situation.NOW;
    KeyTerms terms = Situation.TERMS;
    KeyDemand demand = new KeyDemand.Granted(terms);
    SecretState secret = new SecretState.Absent();
    boolean rationed;
    boolean statusWasRestored;

    /** With it goes the memory of who disabled a key. */
    boolean statusWasLost;

    private final Set<String> namesCreated = new HashSet<>();
    private Set<KeyHash> polled = Set.of();
    private int made;

    KeyRecord record() {
        return records.getLast();
    }

    void remember(KeyRecord next) {
        records.add(next);
    }

    @Nullable
    KeyHash inSecret() {
        return secret.valueHash();
    }

    /** Services use what is in the Secret until it is not. */
    void pass(Duration time) {
        use();
        now = now.plus(time);
        use();
        polled = Set.copyOf(keys.keySet());
    }

    void secret(SecretState next) {
        use();
        secret = next;
        use();
    }

    private void use() {
        KeyHash hash = inSecret();
        if (hash != null) {
            lastInSecret.put(hash, now);
            change(
                    hash,
                    key -> new RemoteKey(
                            key.hash(),
                            key.name(),
                            key.label(),
                            key.disabled(),
                            key.limit(),
                            null,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            key.createdAt(),
                            key.expiresAt(),
                            key.workspaceId(),
                            now));
        }
    }

    MintedKey create(KeyRequest request) {
        check(namesCreated.add(request.name()), "a create was sent twice for " + request.name());
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
        return new MintedKey(key, value);
    }

    /** A decision of the protocol deletes a key: never one that a service may be using (invariant N). */
    void delete(KeyHash hash) {
        check(!hash.equals(inSecret()), "N: the published key " + hash + " was deleted");
        Instant left = lastInSecret.get(hash);
        Entry entry = keys.get(hash);
        check(
                left == null
                        || entry == null
                        || onceStoppedByHand.contains(hash)
                        || (statusWasLost && entry.key().disabled())
                        || (recordSaysItIsDue(hash)
                                && (statusWasRestored || entry.key().disabled()))
                        || (entry.key().disabled() && leastOverlapHasPassed(left))
                        || !now.isBefore(left.plus(Situation.TERMS.overlap()).minus(SLACK)),
                "N: key " + hash + " was deleted within its overlap");
        keys.remove(hash);
    }

    private boolean leastOverlapHasPassed(Instant left) {
        return !now.isBefore(left.plus(Situation.TERMS.rotation().overlapMin()));
    }

    /**
     * A status restored from a backup is believed, about the end of an overlap as about who disabled a key: nobody else could tell.
     * And a key that its class stopped is no use in a Secret that somebody put it back into meanwhile.
     */
    private boolean recordSaysItIsDue(KeyHash hash) {
        return record().previous().stream()
                .anyMatch(old -> old.hash().equals(hash) && !now.isBefore(old.retireAfter()));
    }

    void change(KeyHash hash, KeyChange change) {
        if (change instanceof KeyChange.SetDisabled(boolean disabled)) {
            Instant left = lastInSecret.get(hash);
            check(
                    !disabled
                            || demand instanceof KeyDemand.Withdrawn
                            || (!hash.equals(inSecret()) && left != null && leastOverlapHasPassed(left)),
                    "N: key " + hash + " was disabled");
            check(
                    disabled || statusWasRestored || !stoppedByHand.contains(hash),
                    "key " + hash + ", disabled by hand, was enabled");
        }
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
        check(entry != null, "G: a key that is gone was published");
        if (entry != null) {
            check(terms.guardrailId().equals(entry.guardrailId()), "G: key " + hash + " was published unguarded");
            check(terms.policyRevision().equals(entry.provenUnder()), "G: key " + hash + " was published unproven");
            SpendLimit limit = entry.key().limit();
            check(limit != null && limit.sameAs(terms.limit()), "G: key " + hash + " was published unfunded");
        }
        check(demand instanceof KeyDemand.Granted, "G: key " + hash + " was published without a grant");
        check(!(secret instanceof SecretState.Foreign), "somebody else's Secret was overwritten");
        secret(new SecretState.Ours(hash, serial, true, proof, now));
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

    void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
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
