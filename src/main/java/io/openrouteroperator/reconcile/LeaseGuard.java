package io.openrouteroperator.reconcile;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends a process that was stopped for longer than its lease, by a debugger, a hypervisor or SIGSTOP. It would go on as if no time
 * had passed, with a key in its hands that the new leader has long deleted; the election notices only after the next effect.
 * Somebody beats every second, and every effect asks first.
 */
public final class LeaseGuard {
    private final LongSupplier nanoTime;
    private final long longestNanos;
    private final Runnable end;
    private volatile long lastBeat;

    /**
     * A guard that was just beaten.
     *
     * @param nanoTime a clock that runs on while the process stands still, such as {@link System#nanoTime}
     * @param lease how long a lease lasts that is not renewed
     * @param end ends the process at once, without the courtesy of shutdown hooks
     */
    public LeaseGuard(LongSupplier nanoTime, Duration lease, Runnable end) {
        this.nanoTime = nanoTime;
        this.longestNanos = lease.toNanos();
        this.end = end;
        this.lastBeat = nanoTime.getAsLong();
    }

    /** A sign of life. */
    public void beat() {
        check();
        lastBeat = nanoTime.getAsLong();
    }

    /** Ends the process when there was no sign of life for a lease. */
    public void check() {
        if (nanoTime.getAsLong() - lastBeat > longestNanos) {
            end.run();
        }
    }
}
