package io.openrouteroperator.openrouter.throttle;

import java.time.Duration;

/** The outcome of waiting for a request's turn. */
public sealed interface Turn {
    /** How long the caller waited. */
    Duration waited();

    /** The request may be sent now. */
    record Granted(Duration waited) implements Turn {}

    /**
     * The request must not be sent: its turn would come too late.
     *
     * @param retryAfter when asking again makes sense
     */
    record Refused(Duration waited, Duration retryAfter) implements Turn {}
}
