package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What keys answered about one day that is not over, from one look to the next. Not for several threads. */
public final class TodayLedger {
    private final LocalDate day;
    private final Map<KeyHash, List<ActivityRow>> served;
    private final Map<KeyHash, Instant> asked = new HashMap<>();
    private long unexplained;
    private TodayReading reading;

    /** Goes on from what is known of the day. */
    public TodayLedger(UnsettledDay known) {
        this.day = known.day();
        this.served = new HashMap<>(known.served());
        this.unexplained = known.unexplained();
        this.reading = known.reading();
    }

    /** The keys that called more often than they have answered for, those first that were asked for longest ago. */
    public List<KeyHash> due(Collection<Callers.Group> callers) {
        return callers.stream()
                .filter(group -> group.requests() > requests(group.keys()))
                .flatMap(group -> group.keys().stream())
                .sorted(Comparator.comparing((KeyHash key) -> asked.getOrDefault(key, Instant.MIN))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A key was asked for. An answer that lacks everything takes nothing away. */
    public void answered(KeyHash key, Analysis<ActivityRow> analysis, Instant at) {
        asked.put(key, at);
        if (analysis.isWhole() || !analysis.rows().isEmpty()) {
            served.put(key, List.copyOf(analysis.rows()));
        }
    }

    /** How many requests of keys are known. */
    public long requests(Collection<KeyHash> keys) {
        return keys.stream()
                .flatMap(key -> served.getOrDefault(key, List.of()).stream())
                .mapToLong(ActivityRow::requests)
                .sum();
    }

    /**
     * A look came to its end.
     *
     * @param unknown requests of keys that nobody lists
     * @param whole whether nothing was lacking
     */
    public void looked(long unknown, boolean whole) {
        unexplained = unknown;
        reading = whole ? TodayReading.COMPLETE : TodayReading.INCOMPLETE;
    }

    /** A look did not come to its end; what was answered stays. */
    public void failed() {
        reading = TodayReading.INCOMPLETE;
    }

    /** What is known by now. */
    public UnsettledDay known() {
        return new UnsettledDay(day, served, unexplained, reading);
    }
}
