package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;

/**
 * Where a key stands when nothing is left to do for now; becomes its conditions.
 *
 * @param verdict how it is
 * @param reason why, in one word
 * @param message why, in a sentence
 */
public record Standing(Verdict verdict, Reason reason, String message) {
    /** How a key is. */
    public enum Verdict {
        /** As asked for. */
        READY,
        /** Not yet; the operator goes on by itself. */
        RECONCILING,
        /** Not, until someone changes something. */
        STALLED,
        /** Caches are still filling: leave the status alone. */
        UNDECIDED
    }
}
