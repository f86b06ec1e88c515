package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The keys at OpenRouter, whoever made or changed them, and what a poll shows of their use. */
final class Account {
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

    /** What pods did with a key, whether OpenRouter shows it already or not. */
    private record Calls(int number, Instant last) {}

    final Map<KeyHash, Entry> keys = new LinkedHashMap<>();
    final Set<KeyHash> everMade = new HashSet<>();
    Instant polledAt = Situation.NOW;

    private final World world;
    private final Map<KeyHash, Calls> calls = new HashMap<>();
    private final Set<String> namesCreated = new HashSet<>();
    private Set<KeyHash> polled = Set.of();
    private int made;

    Account(World world) {
        this.world = world;
    }

    /** What was spent is shown a poll late at times, but not for hours. */
    void poll(boolean late) {
        polledAt = world.now;
        polled = Set.copyOf(keys.keySet());
        if (!late) {
            calls.forEach((hash, made) -> change(hash, key -> used(key, made)));
        }
    }

    /** A pod called with it. */
    void spend(KeyHash hash) {
        calls.merge(hash, new Calls(1, world.now), (before, one) -> new Calls(before.number + one.number, one.last));
    }

    /** That it is used at all shows at once. */
    void showUse(KeyHash hash) {
        change(hash, key -> key.lastUsedAt() == null ? used(key, new Calls(1, world.now)) : key);
    }

    boolean works(KeyHash hash) {
        Entry entry = keys.get(hash);
        if (entry == null || entry.key().disabled()) {
            return false;
        }
        Instant end = entry.key().expiresAt();
        return end == null || world.now.isBefore(end);
    }

    private static RemoteKey used(RemoteKey key, Calls calls) {
        BigDecimal usage = key.usage().max(BigDecimal.valueOf(calls.number, 2));
        return RemoteKeys.used(key, null, usage, calls.last);
    }

    MintedKey create(KeyRequest request) {
        world.promises.check(namesCreated.add(request.name()), "a create was sent twice for " + request.name());
        SecretValue value = SecretValue.of("sk-or-v1-material-" + ++made);
        RemoteKey key = RemoteKeys.made(
                value.hash(),
                request.name(),
                "sk-or-v1-..." + made,
                request.limit(),
                world.now,
                request.expiresAt(),
                request.workspaceId());
        keys.put(key.hash(), new Entry(key, null, null));
        everMade.add(key.hash());
        return new MintedKey(key, value);
    }

    /** By a decision of the protocol. */
    void delete(KeyHash hash) {
        world.promises.deleting(hash, keys.get(hash));
        keys.remove(hash);
    }

    /** By a decision of the protocol. */
    void change(KeyHash hash, KeyChange change) {
        world.promises.changing(hash, change);
        changed(hash, change);
    }

    /** The same by anybody's hand. */
    void changed(KeyHash hash, KeyChange change) {
        change(hash, key -> switch (change) {
            case KeyChange.SetLimit(SpendLimit limit) -> RemoteKeys.changed(key, key.name(), key.disabled(), limit);
            case KeyChange.SetDisabled(boolean disabled) -> RemoteKeys.changed(key, key.name(), disabled, key.limit());
            case KeyChange.Rename(String name) -> RemoteKeys.changed(key, name, key.disabled(), key.limit());
        });
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

    private void change(KeyHash hash, UnaryOperator<RemoteKey> change) {
        entry(hash, entry -> entry.with(change.apply(entry.key())));
    }
}
