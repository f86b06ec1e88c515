package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Questions to OpenRouter's analytics, and their answers, on the wire. Counts arrive as text (trap 18). */
public final class AnalyticsWire {
    private static final String KEY = "api_key_id";
    private static final String PROVIDER = "provider";
    private static final String MODEL = "model";
    private static final String REQUESTS = "request_count";
    private static final String USD = "total_usage";

    /** The most rows that an answer has. */
    private static final int MOST_ROWS = 10_000;

    private AnalyticsWire() {}

    /** Asks which keys called. */
    public static ObjectNode callingKeys(Instant from, Instant to) {
        return question(from, to, KEY);
    }

    /** Asks what one key was served. The filter takes a key's hash, where rows have its name. */
    public static ObjectNode served(KeyHash key, Instant from, Instant to) {
        ObjectNode question = question(from, to, PROVIDER, MODEL);
        question.putArray("filters")
                .addObject()
                .put("field", KEY)
                .put("operator", "eq")
                .put("value", key.value());
        return question;
    }

    /** Which keys called; calls of none are those of a key without a name. */
    public static Analysis<CallingKey> callingKeys(WireObject answer) {
        return analysis(answer, row -> Optional.of(new CallingKey(row.text(KEY).orElse(""), requests(row))));
    }

    /**
     * What one key was served.
     *
     * @param day that was asked for: without a granularity, rows have no time
     */
    public static Analysis<ActivityRow> served(WireObject answer, LocalDate day) {
        return analysis(answer, row -> row(row, day));
    }

    /** A row that does not say who served what is no row; that there was one is not forgotten. */
    private static Optional<ActivityRow> row(WireObject row, LocalDate day) {
        String provider = row.text(PROVIDER).orElse("");
        String model = row.text(MODEL).orElse("");
        long requests = requests(row);
        return provider.isEmpty() || model.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActivityRow(
                        day,
                        model,
                        model,
                        provider,
                        requests,
                        row.number(USD).orElse(BigDecimal.ZERO),
                        BigDecimal.ZERO));
    }

    private static ObjectNode question(Instant from, Instant to, String... dimensions) {
        ObjectNode question = Json.object();
        question.putArray("metrics").add(REQUESTS).add(USD);
        ArrayNode groups = question.putArray("dimensions");
        for (String dimension : dimensions) {
            groups.add(dimension);
        }
        question.putObject("time_range").put("start", Timestamps.format(from)).put("end", Timestamps.format(to));
        return question.put("limit", MOST_ROWS);
    }

    /** A filter that could not be resolved is only a warning, and nobody says what the rows are of then: none of them counts. */
    private static <T> Analysis<T> analysis(WireObject answer, Function<WireObject, Optional<T>> reader) {
        WireObject data = answer.need("data", answer.object("data"));
        List<WireObject> rows = data.need("data", data.objects("data"));
        List<String> warnings = data.texts("warnings").orElse(List.of());
        if (!warnings.isEmpty()) {
            return new Analysis<>(List.of(), warnings);
        }
        List<T> read = rows.stream().map(reader).flatMap(Optional::stream).toList();
        List<String> gaps = new ArrayList<>();
        if (read.size() < rows.size()) {
            gaps.add("some rows do not say who served what");
        }
        WireObject metadata = data.need("metadata", data.object("metadata"));
        if (metadata.need("truncated", metadata.flag("truncated"))) {
            gaps.add("the answer was cut off after " + rows.size() + " rows");
        }
        return new Analysis<>(read, gaps);
    }

    private static long requests(WireObject row) {
        return ActivityWire.count(row.need(REQUESTS, row.number(REQUESTS)));
    }
}
