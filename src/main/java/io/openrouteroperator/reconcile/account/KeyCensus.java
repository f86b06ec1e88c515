package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.RetireQueue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose the keys of an account are.
 *
 * @param managed keys with a name of this cluster whose object exists, or that wait to be retired
 * @param unmanaged keys that the operator did not name
 * @param orphans keys with a name of this cluster that nobody knows: no object of that name and UID, no status, no retire queue
 */
record KeyCensus(int managed, int unmanaged, List<RemoteKey> orphans) {
    /** The OpenRouterKeys of the cluster as far as remote keys are concerned: by the short UID that names carry, and by hash. */
    record Owners(Map<String, List<ServiceKeyId>> byShortUid, Set<KeyHash> remembered) {
        /** Whether an object exists whose key this is, by its whole name or because a status says so. */
        boolean own(RemoteKey key) {
            return remembered.contains(key.hash())
                    || KeyName.parse(key.name())
                            .filter(name -> byShortUid.getOrDefault(name.shortUid(), List.of()).stream()
                                    .anyMatch(name::belongsTo))
                            .isPresent();
        }
    }

    KeyCensus {
        orphans = List.copyOf(orphans);
    }

    /** As the last poll found them, without those deleted since. */
    static KeyCensus of(AccountView view, Owners owners, RetireQueue queue) {
        AccountPoll poll = view.poll();
        List<RemoteKey> named =
                poll.keysByOwner().values().stream().flatMap(List::stream).toList();
        List<RemoteKey> orphans = named.stream()
                .filter(key -> !owners.own(key) && !queue.holds(key) && !view.isGone(key.hash()))
                .toList();
        return new KeyCensus(named.size() - orphans.size(), poll.keys().size() - named.size(), orphans);
    }
}
