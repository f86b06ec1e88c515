package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.ServiceKeyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenRouterKeys of the cluster, from the one cache that the key controller has anyway. */
public final class KeyOwners {
    private volatile @Nullable IndexedResourceCache<OpenRouterKey> cache;

    /** Takes the key controller's cache; called once, before anything is reconciled. */
    public void use(IndexedResourceCache<OpenRouterKey> keys) {
        cache = keys;
    }

    /** All keys of the cluster. */
    public Stream<OpenRouterKey> all() {
        IndexedResourceCache<OpenRouterKey> keys = cache;
        return keys == null ? Stream.empty() : keys.list();
    }

    /** The UIDs of those whose key lies in this account. */
    Set<String> holdersOfKeys(String account) {
        return all().filter(key -> key.getStatus() != null
                        && key.getStatus().current() != null
                        && account.equals(key.getStatus().account())
                        && !key.isMarkedForDeletion())
                .map(key -> key.getMetadata().getUid())
                .collect(Collectors.toSet());
    }

    /** What remote keys are recognised by. */
    KeyCensus.Owners recognised(String cluster) {
        return recognised(all(), cluster);
    }

    static KeyCensus.Owners recognised(Stream<OpenRouterKey> keys, String cluster) {
        Map<String, List<ServiceKeyId>> byShortUid = new HashMap<>();
        Set<KeyHash> remembered = new HashSet<>();
        keys.forEach(key -> {
            ObjectMeta meta = key.getMetadata();
            ServiceKeyId id = new ServiceKeyId(cluster, meta.getNamespace(), meta.getName(), meta.getUid());
            byShortUid.computeIfAbsent(id.shortUid(), _ -> new ArrayList<>()).add(id);
            hashes(key.getStatus()).map(KeyHash::new).forEach(remembered::add);
        });
        return new KeyCensus.Owners(byShortUid, remembered);
    }

    /** The keys that a status remembers. */
    static Stream<String> hashes(@Nullable OpenRouterKeyStatus status) {
        return status == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.ofNullable(status.current()).map(CurrentKey::hash),
                        status.previous().stream().map(PreviousKey::hash));
    }
}
