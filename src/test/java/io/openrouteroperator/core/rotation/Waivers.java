package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import java.util.HashSet;
import java.util.Set;

/** Who took a promise back, and for which keys. */
final class Waivers {
    /** Also those enabled since: whoever stops an earlier key and then a whole class has given it up. */
    final Set<KeyHash> onceStoppedByHand = new HashSet<>();

    final Set<KeyHash> stoppedByHand = new HashSet<>();
    /** Deleted, or called something else, so that nothing proves any more that they are ours. */
    final Set<KeyHash> lostByHand = new HashSet<>();

    final Set<KeyHash> revoked = new HashSet<>();
    final Set<KeyHash> withdrawn = new HashSet<>();
    final Set<KeyHash> restored = new HashSet<>();
    /** Given more time once; who is away again meanwhile lost it. */
    final Set<KeyHash> lastChance = new HashSet<>();

    boolean statusWasRestored;

    /** With it goes the memory of who disabled a key. */
    boolean statusWasLost;

    /** Whether nobody can count on the key any more. */
    boolean cover(KeyHash hash) {
        return statusWasRestored
                || onceStoppedByHand.contains(hash)
                || lostByHand.contains(hash)
                || revoked.contains(hash)
                || restored.contains(hash)
                || lastChance.contains(hash)
                || withdrawn.contains(hash);
    }
}
