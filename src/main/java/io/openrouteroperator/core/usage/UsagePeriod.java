package io.openrouteroperator.core.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which days are judged: some that are over, each of them anew with each pass, so that a row that arrives late is counted once, on its
 * day; or one that those do not have yet.
 *
 * @param now when the pass is made
 * @param days completed UTC days before today, from 1 to 30
 * @param soFar whether it is the day of now that is judged, and none of those
 */
public record UsagePeriod(Instant now, int days, boolean soFar) {
    /** OpenRouter shows no more. */
    public static final int MOST_DAYS = 30;

    private static final long SECONDS_OF_A_DAY = 86_400;

    public UsagePeriod {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("the days judged must be from 1 to 30, not " + days);
        }
    }

    /** Completed days. */
    public UsagePeriod(Instant now, int days) {
        this(now, days, false);
    }

    /** A UTC day as far as it went. */
    static UsagePeriod soFar(LocalDate day) {
        return new UsagePeriod(day.atStartOfDay(ZoneOffset.UTC).toInstant(), 1, true);
    }

    /** The UTC day of the pass. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Whether a day is judged. */
    public boolean holds(LocalDate day) {
        return soFar ? day.equals(today()) : isWithin(day, days);
    }

    /** Whether a day is one of so many before today. Asked several times for every row there is, so no date is made for it. */
    boolean isWithin(LocalDate day, int last) {
        long before = Math.floorDiv(now.getEpochSecond(), SECONDS_OF_A_DAY) - day.toEpochDay();
        return before >= 1 && before <= last;
    }
}
