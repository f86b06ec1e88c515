package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an account is read: once for each completed UTC day, in the second hour after midnight, each account at a time of its own. An
 * interval below a day asks for more.
 *
 * @param interval the longest time between two passes of one process
 */
public record PassSchedule(Duration interval) {
    private static final Duration SETTLING = Duration.ofHours(1);
    private static final int SPREAD_SECONDS = 3600;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * Whether an account is to be read now.
     *
     * @param through the last day that an earlier pass read, null when there was none
     * @param last when this process read it last, or learned of an earlier pass; null when neither
     */
    public boolean isDue(String account, @Nullable LocalDate through, @Nullable Instant last, Instant now) {
        if (through == null) {
            return true;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean newDay = through.isBefore(today.minusDays(1)) && isSettled(account, now);
        boolean often =
                interval.compareTo(Duration.ofDays(1)) < 0 && (last == null || !now.isBefore(last.plus(interval)));
        return newDay || often;
    }

    /** Whether OpenRouter is taken to show yesterday by now, and it is this account's turn. */
    public boolean isSettled(String account, Instant now) {
        Instant turn = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(SETTLING)
                .plusSeconds(Math.floorMod(account.hashCode(), SPREAD_SECONDS));
        return !now.isBefore(turn);
    }

    /**
     * How long to leave an account alone that could not be read: what OpenRouter asks for, and longer with each failure up to an hour.
     *
     * @param failures in a row, 1 for the first
     */
    public Duration pause(@Nullable Failure failure, int failures) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 10));
        Duration bounded = growing.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : growing;
        Duration asked = failure instanceof Failure.RateLimited limited && limited.retryAfter() != null
                ? limited.retryAfter()
                : bounded;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }
}
