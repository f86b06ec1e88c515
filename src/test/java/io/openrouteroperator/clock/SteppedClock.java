package io.openrouteroperator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to. */
public final class SteppedClock extends Clock {
    private volatile Instant now;

    /** Stands still at a moment. */
    public SteppedClock(Instant now) {
        this.now = now;
    }

    /** Goes on by so much. */
    public void step(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
