package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.http.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when.
 *
 * @param end excluded
 */
record TimeRange(Instant start, Instant end) {

    private static final Duration USUAL = Duration.ofDays(7);

    TimeRange {
        if (!start.isBefore(end)) {
            throw Refusal.badRequest("Invalid time_range: start must be before end");
        }
    }

    /** The last seven days, this moment included. */
    static TimeRange usual(Instant now) {
        return new TimeRange(now.minus(USUAL), now.plusNanos(1));
    }

    boolean holds(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** Refuses a range that is longer than what is asked for is kept. */
    void checkLength(int days) {
        if (Duration.between(start, end).compareTo(Duration.ofDays(days)) > 0) {
            throw Refusal.badRequest("Invalid time_range: at most " + days
                    + " days for these metrics, dimensions, filters and this granularity");
        }
    }
}
