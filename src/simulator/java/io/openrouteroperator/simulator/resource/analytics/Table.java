package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that answer a query, in order.
 *
 * @param truncated whether there are more rows than the query's limit; a limit for each group cuts without a word
 */
record Table(List<Row> rows, boolean truncated) {

    /**
     * What is told apart: ids, not names.
     *
     * @param span begin of the span of time; the epoch where there are no spans
     */
    private record Group(Instant span, List<@Nullable String> ids) {}

    /**
     * One row.
     *
     * @param shown what stands in the columns of the dimensions
     * @param entries what is counted; at least one
     */
    record Row(Instant span, List<@Nullable String> ids, List<@Nullable String> shown, List<LedgerEntry> entries) {}

    /** Answers a query from what was entered in the ledger up to a time, as far back as it is kept. */
    static Table of(Query query, Account account, Instant upTo) {
        Instant oldest = upTo.minus(Duration.ofDays(query.days()));
        Map<Group, List<LedgerEntry>> groups = new LinkedHashMap<>();
        account.ledger().stream()
                .filter(entry -> !entry.at().isAfter(upTo) && !entry.at().isBefore(oldest))
                .filter(entry -> query.timeRange().holds(entry.at()))
                .filter(entry -> query.filters().stream().allMatch(filter -> filter.matches(account, entry)))
                .forEach(entry -> groups.computeIfAbsent(group(query, account, entry), group -> new ArrayList<>())
                        .add(entry));
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, entries) -> rows.add(row(query, account, group, entries)));
        rows.sort(order(query));
        List<Row> kept = query.dimensions().isEmpty() ? rows : firstOfEach(rows, query.groupLimit());
        return new Table(kept.stream().limit(query.limit()).toList(), kept.size() > query.limit());
    }

    private static Group group(Query query, Account account, LedgerEntry entry) {
        Granularity granularity = query.granularity();
        Instant span = granularity == null ? Instant.EPOCH : granularity.start(entry.at());
        return new Group(
                span,
                query.dimensions().stream().map(one -> one.id(account, entry)).toList());
    }

    private static Row row(Query query, Account account, Group group, List<LedgerEntry> entries) {
        LedgerEntry any = entries.getFirst();
        List<@Nullable String> shown =
                query.dimensions().stream().map(one -> one.shown(account, any)).toList();
        return new Row(group.span(), group.ids(), shown, entries);
    }

    private static Comparator<Row> order(Query query) {
        Query.Order order = query.order();
        Comparator<Row> byTime = Comparator.comparing(Row::span);
        if (order == null) {
            return byTime.reversed();
        }
        Comparator<Row> rising = order.field().equals(Query.DATE) ? byTime : byColumn(query, order.field());
        return order.descending() ? rising.reversed() : rising;
    }

    private static Comparator<Row> byColumn(Query query, String field) {
        List<String> dimensions =
                query.dimensions().stream().map(Dimension::wireName).toList();
        int column = dimensions.indexOf(field);
        if (column >= 0) {
            return Comparator.comparing(
                    row -> row.shown().get(column), Comparator.nullsFirst(Comparator.naturalOrder()));
        }
        Metric metric = Arrays.stream(Metric.values())
                .filter(one -> one.wireName().equals(field))
                .findFirst()
                .orElseThrow();
        return Comparator.comparing(row -> metric.size(row.entries()));
    }

    private static List<Row> firstOfEach(List<Row> rows, int limit) {
        Map<List<@Nullable String>, Integer> seen = new HashMap<>();
        return rows.stream()
                .filter(row -> seen.merge(row.ids(), 1, Integer::sum) <= limit)
                .toList();
    }
}
