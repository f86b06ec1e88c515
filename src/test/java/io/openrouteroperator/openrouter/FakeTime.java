package io.openrouteroperator.openrouter;

import io.openrouteroperator.openrouter.throttle.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes at once when somebody waits for it, and is written down. */
public final class FakeTime implements Timekeeper {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> slept = new ArrayList<>();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void await(Condition condition, long wait) {
        nanos.addAndGet(wait);
    }

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        nanos.addAndGet(duration.toNanos());
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** Every sleep so far. */
    public List<Duration> slept() {
        return List.copyOf(slept);
    }
}
