package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Service keys by name, by Secret and by hash. One writer at a time; readers never wait. */
final class KeyIndex {
    private final Map<String, Map<String, ManagedKey>> byNamespace = new ConcurrentHashMap<>();
    private final Map<ObjectName, ManagedKey> bySecret = new ConcurrentHashMap<>();
    private final Map<KeyHash, ManagedKey> byHash = new ConcurrentHashMap<>();

    synchronized void put(ManagedKey key) {
        ManagedKey before = byNamespace
                .computeIfAbsent(key.name().namespace(), _ -> new ConcurrentSkipListMap<>())
                .put(key.name().name(), key);
        bySecret.put(key.secret(), key);
        key.hashes().forEach(hash -> byHash.put(hash, key));
        if (before != null) {
            unlink(before, key);
        }
    }

    synchronized void remove(ObjectName name) {
        Map<String, ManagedKey> keys = byNamespace.getOrDefault(name.namespace(), Map.of());
        ManagedKey before = keys.isEmpty() ? null : keys.remove(name.name());
        if (before != null) {
            unlink(before, null);
        }
    }

    List<ManagedKey> in(String namespace) {
        Collection<ManagedKey> keys =
                byNamespace.getOrDefault(namespace, Map.of()).values();
        return List.copyOf(keys);
    }

    Optional<ManagedKey> ofSecret(ObjectName secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    Optional<ManagedKey> ofHash(KeyHash hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** Removes what the old state alone pointed at; another key may have taken the Secret's name or, by adoption, the hash. */
    private void unlink(ManagedKey before, @Nullable ManagedKey after) {
        if (after == null || !after.secret().equals(before.secret())) {
            bySecret.remove(before.secret(), before);
        }
        before.hashes().stream()
                .filter(hash -> after == null || !after.hashes().contains(hash))
                .forEach(hash -> byHash.remove(hash, before));
    }
}
