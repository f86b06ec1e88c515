package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.trend.TrendPoint;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page that is served has, and a file has not: a form that chooses what is shown, and trends.
 *
 * @param rows the table behind the charts, the youngest day first
 */
public record LivePart(
        List<Choice> namespaces, List<Choice> classifications, List<TrendChart> charts, List<TrendRow> rows) {
    /** A value that can be chosen; the empty one stands for all. */
    public record Choice(String value, String text, boolean chosen) {}

    /** A day in words. */
    public record TrendRow(String day, int keys, long oldest, String mean, String spent, int findings) {}

    /**
     * What is chosen, and what could be.
     *
     * @param namespaces that the reader may choose
     * @param all whether the reader may choose all of them together
     * @param classifications that there are
     * @param trend the oldest day first
     */
    public static LivePart of(
            ReviewScope scope,
            Collection<String> namespaces,
            boolean all,
            Collection<String> classifications,
            List<TrendPoint> trend) {
        return new LivePart(
                choices(all ? "all" : "", namespaces, scope.namespace()),
                choices("all", classifications, scope.classification()),
                TrendChart.all(trend),
                trend.reversed().stream().map(LivePart::row).toList());
    }

    /** @param all the text that stands for all, empty when that is no choice */
    private static List<Choice> choices(String all, Collection<String> values, @Nullable String chosen) {
        Stream<Choice> first = all.isEmpty() ? Stream.empty() : Stream.of(new Choice("", all, chosen == null));
        Stream<String> known = Stream.concat(
                        values.stream(), Stream.ofNullable(chosen).map(Objects::requireNonNull))
                .distinct()
                .sorted();
        return Stream.concat(first, known.map(each -> new Choice(each, HtmlRows.text(each), each.equals(chosen))))
                .toList();
    }

    private static TrendRow row(TrendPoint point) {
        return new TrendRow(
                point.day().toString(),
                point.keys(),
                point.oldest(),
                point.mean().toPlainString(),
                TrendChart.money(point.spent()),
                point.findings());
    }
}
