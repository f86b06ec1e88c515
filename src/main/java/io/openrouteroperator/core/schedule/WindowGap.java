package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * A stretch without an opening that is longer than the time in which a key has to be replaced: a key made at its start finds no window.
 *
 * @param from the opening before it
 * @param until the opening after it
 * @param life how old a key may be at most when its replacement starts
 * @param spare what maxAge has beyond that
 */
public record WindowGap(Instant from, Instant until, Duration life, Duration spare) {
    // Any eight years hold every weekday on every date but 29 February, and two of those; that is as rare as cron can
    // tell.
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2034-01-01T00:00:00Z");
    // A year of keys that live for an hour. Nobody's windows are a matter of minutes for longer than that.
    private static final int MOST_STEPS = 10_000;
    private static final Duration LONGEST_MAX_AGE = Duration.ofDays(366);

    /** The first such stretch; empty when every key finds a window, or there are none and keys may be replaced at any time. */
    public static Optional<WindowGap> of(RotationTerms terms) {
        if (terms.windows().isEmpty()) {
            return Optional.empty();
        }
        Windows windows = new Windows(terms.windows());
        Duration life = RotationSchedule.longestLife(terms);
        Instant opening = windows.nextAt(START).map(Opening::opensAt).orElse(END);
        for (int step = 0; step < MOST_STEPS && opening.isBefore(END); step++) {
            // The last opening within a life: if there is one, no gap lies before it.
            Instant last = windows.lastAt(opening.plus(life))
                    .map(Opening::opensAt)
                    .max(Comparator.naturalOrder())
                    .orElse(opening);
            if (!last.isAfter(opening)) {
                Instant next = windows.nextAt(opening.plusNanos(1))
                        .map(Opening::opensAt)
                        .orElse(END);
                return Optional.of(
                        new WindowGap(opening, next, life, terms.maxAge().minus(life)));
            }
            opening = last;
        }
        return Optional.empty();
    }

    /** What cannot be kept, and what would do. */
    public String problem() {
        Duration length = Duration.between(from, until);
        return "no window opens from " + day(from) + " to " + day(until) + " (" + DurationText.format(length)
                + "), but a key has to be replaced within " + DurationText.format(life)
                + " of its creation; let a window open at least every " + DurationText.format(shortened(life))
                + longerAge(length);
    }

    private String longerAge(Duration length) {
        Duration needed =
                Duration.ofDays(length.plus(spare).plusDays(1).minusNanos(1).toDays());
        return needed.compareTo(LONGEST_MAX_AGE) > 0
                ? ""
                : ", or set maxAge to " + DurationText.format(needed) + " or more";
    }

    private static Duration shortened(Duration life) {
        return life.toDays() > 0 ? Duration.ofDays(life.toDays()) : life.truncatedTo(ChronoUnit.MINUTES);
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
