package io.openrouteroperator.core.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which days are judged. Each pass judges all of them anew, so that a row that arrives late is counted once, on its day.
 *
 * @param now when the pass is made
 * @param days completed UTC days before today, from 1 to 30
 */
public record UsagePeriod(Instant now, int days) {
    /** OpenRouter shows no more. */
    public static final int MOST_DAYS = 30;

    public UsagePeriod {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("the days judged must be from 1 to 30, not " + days);
        }
    }

    /** The current UTC day, which is not over. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Whether a day is judged. */
    public boolean holds(LocalDate day) {
        return isWithin(day, days);
    }

    /** Whether a day is one of so many before today. */
    boolean isWithin(LocalDate day, int last) {
        return day.isBefore(today()) && !day.isBefore(today().minusDays(last));
    }
}
