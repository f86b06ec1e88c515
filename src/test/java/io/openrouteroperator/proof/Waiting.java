package io.openrouteroperator.proof;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a world to come to rest; whoever waits asks afterwards what is wrong with it. */
public final class Waiting {
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private Waiting() {}

    /** Returns when the condition holds or the time is up; false in the second case. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
