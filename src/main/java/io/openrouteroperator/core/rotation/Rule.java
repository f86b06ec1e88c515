package io.openrouteroperator.core.rotation;

import java.time.Instant;
import java.util.Optional;

/** One situation of a key's life: what comes next in it, or empty when it is another situation. */
@FunctionalInterface
interface Rule {
    /** The decision for this situation, or empty. */
    Optional<KeyDecision> decide(KeyObservation seen, Instant now);
}
