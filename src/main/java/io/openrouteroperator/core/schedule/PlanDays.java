package io.openrouteroperator.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Counts UTC days from today; key changes are counted by them.
 *
 * @param today the first second of today, since the epoch
 */
record PlanDays(long today) {
    /** As far as plans look ahead; the longest maxAge is 366 days. */
    static final int COUNT = 400;

    static final int SECONDS = 86_400;

    static PlanDays from(Instant now) {
        return new PlanDays(startOfDay(now).getEpochSecond());
    }

    static Instant startOfDay(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    /** Before today is negative. */
    int of(long second) {
        return (int) Math.floorDiv(second - today, (long) SECONDS);
    }

    long start(int day) {
        return today + (long) day * SECONDS;
    }

    LocalDate date(int day) {
        return Instant.ofEpochSecond(start(day)).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
