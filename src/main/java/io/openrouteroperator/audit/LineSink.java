package io.openrouteroperator.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Where lines go. */
public interface LineSink {
    /** What metrics and messages call it. */
    String name();

    /**
     * Writes a line of ASCII, without its line break, as a whole or not at all.
     *
     * @throws IOException when it cannot now; the line is given again later
     */
    void write(String line) throws IOException;

    /** The last line that an earlier process left here, if this is a place where lines stay. */
    default Optional<String> lastLine() {
        return Optional.empty();
    }

    /** What {@link #close} may take longer than a moment. */
    default Duration lastWords() {
        return Duration.ZERO;
    }

    /** No more lines follow. */
    default void close() {}
}
