package io.openrouteroperator.simulator.resource.analytics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question that can be answered.
 *
 * @param granularity null for one row over the whole time
 * @param order null for the latest first, or, without granularity, for none
 * @param limit the most rows
 * @param groupLimit the most rows for each combination of dimensions
 * @param warnings what of the filters could not be resolved, for people
 */
record Query(
        List<Metric> metrics,
        List<Dimension> dimensions,
        List<Filter> filters,
        @Nullable Granularity granularity,
        TimeRange timeRange,
        @Nullable Order order,
        int limit,
        int groupLimit,
        List<String> warnings) {

    /** The field by which rows may be ordered without its being asked for: their time. */
    static final String DATE = "date";

    /**
     * An order of rows.
     *
     * @param field a metric, a dimension or {@link #DATE}
     */
    record Order(String field, boolean descending) {}

    Query {
        timeRange.checkLength(days(reach(metrics, dimensions, filters), granularity));
    }

    /** How many days back there is anything to be found. */
    int days() {
        return days(reach(metrics, dimensions, filters), granularity);
    }

    /** The name of the column of times. */
    String timeColumn(Granularity chosen) {
        return reach(metrics, dimensions, filters).timeColumn() + "__" + chosen.wireName();
    }

    private static int days(Reach reach, @Nullable Granularity granularity) {
        return granularity != null && granularity.isFine() ? Reach.MONTH.days() : reach.days();
    }

    private static Reach reach(List<Metric> metrics, List<Dimension> dimensions, List<Filter> filters) {
        Stream<Dimension> named =
                Stream.concat(dimensions.stream(), filters.stream().map(Filter::field));
        return Stream.concat(metrics.stream().map(Metric::reach), named.map(Dimension::reach))
                .max(Comparator.naturalOrder())
                .orElse(Reach.YEAR);
    }
}
