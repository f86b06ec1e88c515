package io.openrouteroperator.reconcile.account;

import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
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

    /** The short UIDs that remote names carry. */
    Set<String> shortUids() {
        return all().map(key -> key.getMetadata().getUid())
                .map(uid -> uid.substring(0, Math.min(8, uid.length())))
                .collect(Collectors.toSet());
    }
}
