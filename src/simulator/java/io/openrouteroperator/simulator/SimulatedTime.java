package io.openrouteroperator.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The simulator's time: runs with the wall clock until it is moved or frozen. Safe for use by many threads. */
public final class SimulatedTime implements InstantSource {

    private final InstantSource wall;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant frozenAt;

    public SimulatedTime() {
        this(Clock.systemUTC());
    }

    SimulatedTime(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public synchronized Instant instant() {
        Instant frozen = frozenAt;
        return frozen == null ? wall.instant().plus(ahead) : frozen;
    }

    /** Moves time forward, or back when negative. */
    public synchronized void advance(Duration by) {
        Instant frozen = frozenAt;
        if (frozen == null) {
            ahead = ahead.plus(by);
        } else {
            frozenAt = frozen.plus(by);
        }
    }

    /** Jumps to an instant; a running clock runs on from there. */
    public synchronized void set(Instant to) {
        if (frozenAt == null) {
            ahead = Duration.between(wall.instant(), to);
        } else {
            frozenAt = to;
        }
    }

    /** Stops the clock at an instant until {@link #advance}, {@link #set} or {@link #run}. */
    public synchronized void freeze(Instant at) {
        frozenAt = at;
    }

    /** Lets a frozen clock run on from where it stands. */
    public synchronized void run() {
        Instant frozen = frozenAt;
        if (frozen != null) {
            frozenAt = null;
            set(frozen);
        }
    }
}
