package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * What earlier keys of a service have spent of its limit since the last reset. A new key counts from zero at OpenRouter, so its
 * limit is lower by this until then: rotation is no way around a limit.
 *
 * @param usd US dollars
 * @param until the reset that forgets it, null for a limit that never resets
 */
public record CarriedSpend(BigDecimal usd, @Nullable Instant until) {
    /** A hundredth of a cent, the least that a limit differs by: less is not worth a key change at the reset. */
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    /**
     * What the successor of a key starts with, null for nothing.
     *
     * @param key as last seen, its spending included
     * @param before what that key itself had been given to carry
     */
    static @Nullable CarriedSpend after(RemoteKey key, @Nullable CarriedSpend before, Instant now) {
        SpendLimit limit = key.limit();
        BigDecimal remaining = key.limitRemaining();
        if (limit == null || remaining == null) {
            return null;
        }
        BigDecimal own = limit.usd().subtract(remaining).max(BigDecimal.ZERO);
        BigDecimal spent = before == null || before.isOver(now) ? own : own.add(before.usd());
        return spent.compareTo(LEAST) < 0 ? null : new CarriedSpend(spent, nextReset(limit.reset(), now));
    }

    /** The limit of a key now: what its terms say, less what was spent before it. */
    static SpendLimit limitUnder(SpendLimit granted, @Nullable CarriedSpend carried, Instant now) {
        return carried == null || carried.isOver(now)
                ? granted
                : new SpendLimit(granted.usd().subtract(carried.usd()).max(BigDecimal.ZERO), granted.reset());
    }

    private boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Resets are at midnight UTC; weeks begin on Monday (API description, {@code limit_reset}). */
    private static @Nullable Instant nextReset(ResetInterval reset, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate next = switch (reset) {
            case DAILY -> today.plusDays(1);
            case WEEKLY -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTHLY -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            case NEVER -> null;
        };
        return next == null ? null : next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
