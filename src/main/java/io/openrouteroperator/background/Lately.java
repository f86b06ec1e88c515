package io.openrouteroperator.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what was said in the last ten minutes: a controller tries a refused pod again and again, and each try finds the same. Memory
 * is bounded; what falls out is said again.
 *
 * @param <T> what is said, by its equals
 */
public final class Lately<T> {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<T, Instant> said = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<T, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** @param clock decides what is lately */
    public Lately(Clock clock) {
        this.clock = clock;
    }

    /** Whether it was not said lately; it counts as said from now on. */
    public synchronized boolean isNew(T what) {
        Instant now = clock.instant();
        Instant last = said.get(what);
        if (last != null && now.isBefore(last.plus(KEPT))) {
            return false;
        }
        said.remove(what);
        said.put(what, now);
        return true;
    }

    /** It was not said after all. */
    public synchronized void forget(T what) {
        said.remove(what);
    }
}
