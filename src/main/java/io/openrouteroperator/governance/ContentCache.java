package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers briefly what was found in Secrets and ConfigMaps. A write to one of them passes the webhook as well and is judged there,
 * so an answer that is a few seconds old opens no gap; a write seen here also drops what was remembered.
 */
public final class ContentCache {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_ENTRIES = 4096;

    private final Clock clock;
    private final Map<ContentName, Remembered> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentName, Remembered> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    private record Remembered(EntryKeys keys, Instant until) {}

    /** @param clock what decides when an entry is too old */
    public ContentCache(Clock clock) {
        this.clock = clock;
    }

    /** What is remembered and still fresh. */
    public synchronized Optional<EntryKeys> get(ContentName name) {
        Remembered remembered = entries.get(name);
        return remembered == null || !clock.instant().isBefore(remembered.until)
                ? Optional.empty()
                : Optional.of(remembered.keys);
    }

    /** Remembers what was found just now. */
    public synchronized void put(ContentName name, EntryKeys keys) {
        entries.remove(name);
        entries.put(name, new Remembered(keys, clock.instant().plus(KEPT)));
    }

    /** Forgets an object that is being written. */
    public synchronized void forget(ContentName name) {
        entries.remove(name);
    }
}
