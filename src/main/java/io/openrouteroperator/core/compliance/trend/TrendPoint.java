package io.openrouteroperator.core.compliance.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of a trend.
 *
 * @param day in UTC
 * @param keys how many there were
 * @param oldest age of the oldest in days
 * @param mean age in days, to one decimal
 * @param spent US dollars since the first of the month
 * @param findings null where findings are not counted, which is for one class
 */
public record TrendPoint(
        LocalDate day,
        int keys,
        long oldest,
        BigDecimal mean,
        BigDecimal spent,
        @Nullable Integer findings) {
    static TrendPoint of(LocalDate day, List<GroupFigures> groups, @Nullable Integer findings) {
        int keys = groups.stream().mapToInt(GroupFigures::keys).sum();
        long days = groups.stream().mapToLong(GroupFigures::daysOld).sum();
        return new TrendPoint(
                day,
                keys,
                groups.stream().mapToLong(GroupFigures::oldest).max().orElse(0),
                BigDecimal.valueOf(days).divide(BigDecimal.valueOf(Math.max(1, keys)), 1, RoundingMode.HALF_UP),
                groups.stream().map(GroupFigures::spent).reduce(BigDecimal.ZERO, BigDecimal::add),
                findings);
    }
}
