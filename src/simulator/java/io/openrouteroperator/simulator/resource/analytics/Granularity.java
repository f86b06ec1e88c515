package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.spending.ResetInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the spans of a series are. They begin in UTC, weeks on Monday. */
enum Granularity implements Named {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return name().charAt(0) + wireName().substring(1);
    }

    /** Whether spans are shorter than the sums that are kept for a year. */
    boolean isFine() {
        return this == MINUTE || this == HOUR;
    }

    /** The begin of the span that holds a time. */
    Instant start(Instant at) {
        return switch (this) {
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> start(ResetInterval.DAILY, at);
            case WEEK -> start(ResetInterval.WEEKLY, at);
            case MONTH -> start(ResetInterval.MONTHLY, at);
        };
    }

    private static Instant start(ResetInterval interval, Instant at) {
        return interval.start(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
