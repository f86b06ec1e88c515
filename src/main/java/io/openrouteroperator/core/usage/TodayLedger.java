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
    private record Answer(List<ActivityRow> rows, Instant at) {
        static final Answer NONE = new Answer(List.of(), Instant.MIN);
    }

    private final LocalDate day;
    private final Map<KeyHash, Answer> answers = new HashMap<>();

    /** Nothing is known of the day yet. */
    public TodayLedger(LocalDate day) {
        this.day = day;
    }

    /** The day. */
    public LocalDate day() {
        return day;
    }

    /** The keys that called more often than they have answered for, those first that were asked for longest ago. */
    public List<KeyHash> due(Collection<Callers.Group> callers) {
        return callers.stream()
                .filter(group -> group.requests() > requests(group.keys()))
                .flatMap(group -> group.keys().stream())
                .sorted(Comparator.comparing((KeyHash key) -> of(key).at()).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A key was asked for. An answer that lacks everything takes nothing away. */
    public void answered(KeyHash key, Analysis<ActivityRow> analysis, Instant at) {
        boolean saysSomething = analysis.isWhole() || !analysis.rows().isEmpty();
        answers.put(key, new Answer(saysSomething ? analysis.rows() : of(key).rows(), at));
    }

    /** What keys were served. */
    public List<ActivityRow> rows(Collection<KeyHash> keys) {
        return keys.stream().flatMap(key -> of(key).rows().stream()).toList();
    }

    /** How many requests of keys are known. */
    public long requests(Collection<KeyHash> keys) {
        return rows(keys).stream().mapToLong(ActivityRow::requests).sum();
    }

    private Answer of(KeyHash key) {
        return answers.getOrDefault(key, Answer.NONE);
    }
}
