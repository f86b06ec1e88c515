package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.RemoteKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The keys that an account still has to retire for objects that are gone, the oldest first. Objects hand them over when OpenRouter
 * cannot be asked, so that no namespace hangs.
 *
 * @param entries each key once
 */
public record RetireQueue(List<Retirement> entries) {
    /** An object in etcd holds 1.5 MB at most; this many take a third of it. */
    public static final int MOST_ENTRIES = 2_000;

    public RetireQueue {
        entries = List.copyOf(entries);
    }

    /** With these keys as well; empty when there is no room, and whoever asks has to wait. A key already here stays as it is. */
    public Optional<RetireQueue> with(Collection<Retirement> more) {
        List<Retirement> all = new ArrayList<>(entries);
        for (Retirement one : more) {
            if (all.stream().noneMatch(one::sameAs)) {
                all.add(one);
            }
        }
        return all.size() > MOST_ENTRIES ? Optional.empty() : Optional.of(new RetireQueue(all));
    }

    /** Without those that met their fate. */
    public RetireQueue without(Collection<Retirement> done) {
        return new RetireQueue(entries.stream()
                .filter(entry -> done.stream().noneMatch(entry::sameAs))
                .toList());
    }

    /** Whether a key waits here, so that it is nobody else's to delete. */
    public boolean holds(RemoteKey key) {
        return entries.stream().anyMatch(entry -> entry.means(key));
    }
}
