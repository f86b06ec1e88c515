package io.openrouteroperator.simulator.spending;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When spending starts anew: at midnight UTC, of each day, of Monday, of the first of the month. */
public enum ResetInterval {
    DAILY,
    WEEKLY,
    MONTHLY;

    /** The interval of its wire name; null for null. */
    public static @Nullable ResetInterval of(@Nullable String wireName) {
        return wireName == null ? null : valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The first day of the interval that holds a day. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
