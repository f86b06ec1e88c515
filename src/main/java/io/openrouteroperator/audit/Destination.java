package io.openrouteroperator.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a {@link Shipper} brings the lines of pods' files. For one thread. */
public interface Destination {
    /** What metrics and messages call it. */
    String name();

    /** How much it gets at once. */
    default Portion portion() {
        return Portion.ALL;
    }

    /** What it may take at the end of the process to bring what was written last. */
    default Duration lastWords() {
        return Duration.ofMillis(500);
    }

    /** Why it can take nothing at all, with what helps; asked before the first lines, until nothing is in the way. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Brings lines once.
     *
     * @param pod whose lines they are
     */
    Outcome take(String pod, List<String> lines) throws InterruptedException;

    /** Nothing follows. */
    default void close() {}
}
