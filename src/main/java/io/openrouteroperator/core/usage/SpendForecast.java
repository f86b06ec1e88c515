package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a limit is spent at the pace of the last seven completed days, or of those that the service has been there. A daily limit is
 * left out: it starts afresh before a pass could say anything of use.
 */
final class SpendForecast {
    /** Whose spending makes the pace. */
    static final int PACE_DAYS = 7;

    /** A limit that never starts afresh is reported when it lasts for less. */
    static final int SHORTEST_DAYS = 14;

    private final UsagePeriod period;

    SpendForecast(UsagePeriod period) {
        this.period = period;
    }

    /** A sentence where the service's newest key will have spent its limit too early. */
    Optional<String> of(ServiceKeys service, List<ActivityRow> rows) {
        return service.live().stream()
                .filter(key -> !key.disabled())
                .max(Comparator.comparing(RemoteKey::createdAt))
                .flatMap(key -> of(key, rows, days(service)));
    }

    /** A service that is new would seem slower than it is if days before it counted. */
    private int days(ServiceKeys service) {
        LocalDate since = LocalDate.ofInstant(service.since(), ZoneOffset.UTC);
        return Math.clamp(period.today().toEpochDay() - since.toEpochDay(), 1, PACE_DAYS);
    }

    private BigDecimal pace(List<ActivityRow> rows, int days) {
        BigDecimal spent = rows.stream()
                .filter(row -> period.isWithin(row.date(), days))
                .map(ActivityRow::usd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return spent.divide(BigDecimal.valueOf(days), 8, RoundingMode.HALF_UP);
    }

    private Optional<String> of(RemoteKey key, List<ActivityRow> rows, int paceDays) {
        BigDecimal pace = pace(rows, paceDays);
        SpendLimit limit = key.limit();
        BigDecimal left = key.limitRemaining();
        if (limit == null || left == null || limit.reset() == ResetInterval.DAILY || pace.signum() <= 0) {
            return Optional.empty();
        }
        LocalDate end = end(limit.reset());
        long days = left.max(BigDecimal.ZERO)
                .divide(pace, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(10_000))
                .longValue();
        LocalDate spent = period.today().plusDays(days);
        if (!spent.isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(
                "at the pace of the last %s (%s USD a day) the limit of %s USD, of which %s are left, is spent about %s%s"
                        .formatted(
                                paceDays == 1 ? "day" : paceDays + " days",
                                Amount.dollars(pace),
                                limit.usd().toPlainString(),
                                Amount.dollars(left),
                                spent,
                                limit.reset() == ResetInterval.NEVER ? "" : ", before it starts afresh on " + end));
    }

    private LocalDate end(ResetInterval reset) {
        LocalDate today = period.today();
        return switch (reset) {
            case DAILY -> today.plusDays(1);
            case WEEKLY -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTHLY -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            case NEVER -> today.plusDays(SHORTEST_DAYS);
        };
    }
}
