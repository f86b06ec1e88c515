package io.openrouteroperator.simulator.spending;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * USD spent in all, and in the current UTC day, week and month.
 *
 * @param day the UTC day for which the three windows hold
 */
public record Spending(BigDecimal total, BigDecimal daily, BigDecimal weekly, BigDecimal monthly, LocalDate day) {

    public static final Spending NONE =
            new Spending(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, LocalDate.EPOCH);

    /** The same spending seen at a later time: windows that have ended are empty. */
    public Spending at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Spending(
                total,
                still(ResetInterval.DAILY, today, daily),
                still(ResetInterval.WEEKLY, today, weekly),
                still(ResetInterval.MONTHLY, today, monthly),
                today);
    }

    /** This spending and some more. */
    public Spending plus(BigDecimal usd, Instant now) {
        Spending current = at(now);
        return new Spending(
                current.total.add(usd),
                current.daily.add(usd),
                current.weekly.add(usd),
                current.monthly.add(usd),
                current.day);
    }

    /** What counts toward a limit with this reset; everything where it never resets. */
    public BigDecimal countedBy(@Nullable ResetInterval reset) {
        return switch (reset) {
            case null -> total;
            case DAILY -> daily;
            case WEEKLY -> weekly;
            case MONTHLY -> monthly;
        };
    }

    private BigDecimal still(ResetInterval interval, LocalDate today, BigDecimal spent) {
        return interval.start(day).equals(interval.start(today)) ? spent : BigDecimal.ZERO;
    }
}
