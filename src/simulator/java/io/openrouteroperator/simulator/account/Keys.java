package io.openrouteroperator.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All keys of the account, by hash, and the recent past of the collection so that a stale list can be answered. */
public final class Keys {

    private static final int REMEMBERED_CHANGES = 100_000;

    private record Change(Instant at, String hash, @Nullable ApiKey before) {}

    private final Map<String, ApiKey> byHash = new LinkedHashMap<>();
    private final Map<String, ApiKey> removed = new HashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private long lastNumber;

    /** The number for the next key. */
    public long nextNumber() {
        return ++lastNumber;
    }

    public Optional<ApiKey> find(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** A key that exists or did once, as it was last. */
    public Optional<ApiKey> findOrRemember(String hash) {
        return find(hash).or(() -> Optional.ofNullable(removed.get(hash)));
    }

    /** Adds a key, or puts a changed one in the place of its former self. */
    public void put(ApiKey key, Instant now) {
        remember(new Change(now, key.hash(), byHash.put(key.hash(), key)));
    }

    /** Changes a key; nothing happens if there is none of this hash. */
    public Optional<ApiKey> update(String hash, UnaryOperator<ApiKey> change, Instant now) {
        Optional<ApiKey> changed = find(hash).map(change);
        changed.ifPresent(key -> put(key, now));
        return changed;
    }

    /** Removes a key for good; false if there was none. */
    public boolean remove(String hash, Instant now) {
        ApiKey key = byHash.remove(hash);
        if (key == null) {
            return false;
        }
        removed.put(hash, key);
        remember(new Change(now, hash, key));
        return true;
    }

    /** All keys, newest first. */
    public Stream<ApiKey> newestFirst() {
        return List.copyOf(byHash.values()).reversed().stream();
    }

    /** All keys as they were some time ago, newest first. */
    public Stream<ApiKey> newestFirst(Duration ago, Instant now) {
        if (ago.isZero()) {
            return newestFirst();
        }
        Map<String, ApiKey> past = new LinkedHashMap<>(byHash);
        Instant then = now.minus(ago);
        changes.stream().takeWhile(change -> change.at().isAfter(then)).forEach(change -> undo(past, change));
        List<ApiKey> found = new ArrayList<>(past.values());
        found.sort(Comparator.comparingLong(ApiKey::number).reversed());
        return found.stream();
    }

    public int size() {
        return byHash.size();
    }

    private static void undo(Map<String, ApiKey> keys, Change change) {
        if (change.before() == null) {
            keys.remove(change.hash());
        } else {
            keys.put(change.hash(), change.before());
        }
    }

    private void remember(Change change) {
        changes.addFirst(change);
        if (changes.size() > REMEMBERED_CHANGES) {
            changes.removeLast();
        }
    }
}
