package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.trend.TrendPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A line chart; lengths are in units of the drawing. Lines are told apart by how they are drawn, so that they can be on paper too.
 *
 * @param id of its title
 * @param legend what the lines are
 * @param first the day on the left, {@code last} the one on the right
 * @param top the number at the upper edge, {@code middle} the one half way
 */
public record TrendChart(
        String id,
        String title,
        String legend,
        String first,
        String last,
        String top,
        String middle,
        List<Line> lines) {
    private static final int LEFT = 70;
    private static final int WIDTH = 640;
    private static final int BOTTOM = 160;
    private static final int HEIGHT = 140;

    /**
     * One line, or a piece of it: where days are missing it is interrupted.
     *
     * @param style how it is drawn
     * @param points as SVG has them
     */
    public record Line(String style, String points) {}

    /** The charts of a trend, if there is one. */
    static List<TrendChart> all(List<TrendPoint> trend) {
        if (trend.isEmpty()) {
            return List.of();
        }
        return List.of(
                chart(
                        "age",
                        "Age of keys, in days",
                        "Solid: the oldest key. Dashed: the average.",
                        trend,
                        TrendPoint::oldest,
                        point -> point.mean().doubleValue()),
                chart(
                        "spend",
                        "Spent since the first of the month, in US dollars",
                        "Of current keys: falls when a month begins, and when a key is replaced.",
                        trend,
                        point -> point.spent().doubleValue()),
                chart("found", "Findings", "Those that stood on that day.", trend, TrendPoint::findings));
    }

    /** US dollars, to the cent. */
    static String money(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    @SafeVarargs
    private static TrendChart chart(
            String id, String title, String legend, List<TrendPoint> trend, ToDoubleFunction<TrendPoint>... values) {
        double most = 0;
        for (ToDoubleFunction<TrendPoint> value : values) {
            most = Math.max(most, trend.stream().mapToDouble(value).max().orElse(0));
        }
        double top = round(most);
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line < values.length; line++) {
            lines.addAll(pieces(line == 0 ? "solid" : "dashed", trend, values[line], top));
        }
        return new TrendChart(
                "trend-" + id,
                title,
                legend,
                trend.getFirst().day().toString(),
                trend.getLast().day().toString(),
                number(top),
                number(top / 2),
                lines);
    }

    private static List<Line> pieces(
            String style, List<TrendPoint> trend, ToDoubleFunction<TrendPoint> value, double top) {
        long span = Math.max(1, between(trend.getFirst(), trend.getLast()));
        List<Line> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        for (int index = 0; index < trend.size(); index++) {
            TrendPoint point = trend.get(index);
            if (index > 0 && between(trend.get(index - 1), point) > 1) {
                pieces.add(line(style, piece));
                piece.clear();
            }
            double x = LEFT + WIDTH * (double) between(trend.getFirst(), point) / span;
            double y = BOTTOM - HEIGHT * value.applyAsDouble(point) / top;
            piece.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        pieces.add(line(style, piece));
        return pieces;
    }

    /** A single day is a dot: a line to itself, with round ends. */
    private static Line line(String style, List<String> points) {
        return new Line(
                style, String.join(" ", points.size() == 1 ? List.of(points.getFirst(), points.getFirst()) : points));
    }

    private static long between(TrendPoint one, TrendPoint other) {
        return ChronoUnit.DAYS.between(one.day(), other.day());
    }

    /** The next number that reads well: 1, 2 or 5, and zeros; at least 1. */
    private static double round(double most) {
        double scale = 1;
        while (scale * 10 < most) {
            scale *= 10;
        }
        for (int step : new int[] {1, 2, 5, 10}) {
            if (scale * step >= most) {
                return scale * step;
            }
        }
        throw new IllegalStateException("ten times the scale is enough");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
