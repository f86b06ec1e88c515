package io.openrouteroperator.proof.years;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that befalls the operator for a while.
 *
 * @param from when it begins
 * @param length how long it lasts
 * @param skew how far its clock is ahead; null when the operator is down
 */
record Disturbance(Instant from, Duration length, @Nullable Duration skew) {
    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until());
    }

    Instant until() {
        return from.plus(length);
    }
}
