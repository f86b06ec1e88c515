package io.openrouteroperator.simulator.resource.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads queries: what the schema lets pass and still makes no sense is refused, naming the field. */
final class QueryReading {

    private static final int ROWS = 1_000;
    private static final int MOST_ROWS = 10_000;

    private QueryReading() {}

    static Query of(ObjectNode body, Account account, Instant now) {
        refuseClassifiers(body);
        List<Metric> metrics = each(body, "metrics", (name, place) -> Named.of(Metric.values(), name.asText(), place));
        List<Dimension> dimensions =
                each(body, "dimensions", (name, place) -> Named.of(Dimension.values(), name.asText(), place));
        FilterReading reading = new FilterReading(account);
        List<Filter> filters = each(body, "filters", reading::read);
        String granularity = Wire.text(body, "granularity");
        return new Query(
                metrics,
                dimensions,
                filters,
                granularity == null ? null : Named.of(Granularity.values(), granularity, "granularity"),
                body.has("time_range") ? timeRange(body.path("time_range")) : TimeRange.usual(now),
                body.has("order_by") ? order(body.path("order_by"), metrics, dimensions, granularity) : null,
                rows(body, "limit", ROWS),
                rows(body, "group_limit", MOST_ROWS),
                reading.warnings());
    }

    private static <T> List<T> each(JsonNode body, String field, BiFunction<JsonNode, String, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode one : body.path(field)) {
            all.add(read.apply(one, field + "[" + all.size() + "]"));
        }
        return List.copyOf(all);
    }

    private static TimeRange timeRange(JsonNode range) {
        return new TimeRange(time(range, "start"), time(range, "end"));
    }

    private static Instant time(JsonNode range, String field) {
        return Wire.time(range.path(field).asText(), "time_range." + field).toInstant();
    }

    private static Query.Order order(
            JsonNode order, List<Metric> metrics, List<Dimension> dimensions, @Nullable String granularity) {
        String field = order.path("field").asText();
        Stream<Named> requested = Stream.concat(metrics.stream(), dimensions.stream());
        boolean known = field.equals(Metric.REQUEST_COUNT.wireName())
                || (field.equals(Query.DATE) && granularity != null)
                || requested.map(Named::wireName).anyMatch(field::equals);
        if (!known) {
            throw Refusal.badRequest("Invalid order_by.field: must be request_count, a requested metric or dimension,"
                    + " or date where a granularity is given");
        }
        return new Query.Order(field, order.path("direction").asText().equals("desc"));
    }

    private static int rows(JsonNode body, String field, int otherwise) {
        JsonNode given = body.path(field);
        if (given.isMissingNode()) {
            return otherwise;
        }
        if (!given.canConvertToInt() || given.asInt() < 1 || given.asInt() > MOST_ROWS) {
            throw Refusal.badRequest("Invalid " + field + ": must be from 1 to " + MOST_ROWS);
        }
        return given.asInt();
    }

    /** The account has no classifiers, so none can be meant. */
    private static void refuseClassifiers(ObjectNode body) {
        for (String field : List.of("classifier_dimensions", "classifier_filters")) {
            if (body.has(field)) {
                throw Refusal.badRequest("Invalid " + field + ".classifier_id: no such classifier");
            }
        }
    }
}
