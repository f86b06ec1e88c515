package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.rotation.InFlight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this process alone knows: keys that are made but not published, and how many were made lately. Lost with the process. */
final class InFlightKeys {
    private static final int MOST_REMEMBERED = 20;

    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> creations = new ConcurrentHashMap<>();

    @Nullable
    InFlight find(String uid) {
        return inFlight.get(uid);
    }

    void put(String uid, InFlight known) {
        inFlight.put(uid, known);
    }

    void forget(String uid) {
        inFlight.remove(uid);
    }

    /** Counts a create that made a key, or may have; one that was refused is no sign of a loop. */
    void created(String uid, Instant at) {
        creations.merge(
                uid,
                List.of(at),
                (before, latest) -> Stream.concat(before.stream(), latest.stream())
                        .skip(Math.max(0, before.size() + 1 - MOST_REMEMBERED))
                        .toList());
    }

    /** The last create led to a key that took the place of one that worked: a rotation, and no sign of a loop either. */
    void rotated(String uid) {
        creations.computeIfPresent(uid, (_, made) -> List.copyOf(made.subList(0, made.size() - 1)));
    }

    List<Instant> creations(String uid) {
        return creations.getOrDefault(uid, List.of());
    }

    /** Forgets everything about an object that is gone. */
    void gone(String uid) {
        inFlight.remove(uid);
        creations.remove(uid);
    }
}
