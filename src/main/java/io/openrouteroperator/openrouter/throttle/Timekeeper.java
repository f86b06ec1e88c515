package io.openrouteroperator.openrouter.throttle;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Monotonic time and the ways of letting it pass; replaced in tests, so that no test sleeps. */
public interface Timekeeper {
    /** A reading in nanoseconds; only differences mean something. */
    long nanos();

    /** Waits until the condition is signalled or the nanoseconds have passed; may wake early. */
    void await(Condition condition, long nanos) throws InterruptedException;

    /** Lets the time pass. */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's own time. */
    static Timekeeper system() {
        return new Timekeeper() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            @SuppressWarnings("WaitNotInLoop") // the bucket loops around it
            public void await(Condition condition, long nanos) throws InterruptedException {
                condition.await(nanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
