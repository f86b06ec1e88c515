package io.openrouteroperator.core.compliance.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * One day of a trend.
 *
 * @param day in UTC
 * @param keys how many there were
 * @param oldest age of the oldest in days
 * @param mean age in days, to one decimal
 * @param spent US dollars since the first of the month
 * @param findings how many there were; of one class those that are known to be about it
 */
public record TrendPoint(LocalDate day, int keys, long oldest, BigDecimal mean, BigDecimal spent, int findings) {
    static TrendPoint of(LocalDate day, List<GroupFigures> groups) {
        int keys = groups.stream().mapToInt(GroupFigures::keys).sum();
        long days = groups.stream().mapToLong(GroupFigures::daysOld).sum();
        return new TrendPoint(
                day,
                keys,
                groups.stream().mapToLong(GroupFigures::oldest).max().orElse(0),
                BigDecimal.valueOf(days).divide(BigDecimal.valueOf(Math.max(1, keys)), 1, RoundingMode.HALF_UP),
                groups.stream().map(GroupFigures::spent).reduce(BigDecimal.ZERO, BigDecimal::add),
                groups.stream().mapToInt(GroupFigures::findings).sum());
    }
}
