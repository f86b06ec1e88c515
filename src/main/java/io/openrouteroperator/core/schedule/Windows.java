package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The windows of one class of keys, at least one; overlapping ones are open as one. */
record Windows(List<WindowTerms> terms) {
    // Stretches longer than this many windows in a row are taken to begin there; only nonsense has them.
    private static final int LONGEST_CHAIN = 64;

    Windows {
        terms = List.copyOf(terms);
    }

    /** The first opening at or after a moment. */
    Optional<Opening> nextAt(Instant moment) {
        return terms.stream()
                .flatMap(window -> Cron.parse(window.cron()).atOrAfter(moment, window.timeZone()).stream()
                        .map(opensAt -> new Opening(opensAt, window)))
                .min(Opening.EARLIEST);
    }

    /** Each window's last opening at or before a moment. */
    Stream<Opening> lastAt(Instant moment) {
        return terms.stream()
                .flatMap(window -> Cron.parse(window.cron()).atOrBefore(moment, window.timeZone()).stream()
                        .map(opensAt -> new Opening(opensAt, window)));
    }

    /** Whether a window is open. */
    boolean isOpenAt(Instant moment) {
        return lastAt(moment).anyMatch(opening -> opening.isOpenAt(moment));
    }

    /** The opening since which windows have been open without a break; empty when none is open. Looks back to {@code floor} only. */
    Optional<Opening> openSince(Instant moment, Instant floor) {
        Optional<Opening> earliest = earliestOpenAt(moment);
        for (int step = 0; step < LONGEST_CHAIN && earliest.isPresent(); step++) {
            Instant opensAt = earliest.get().opensAt();
            Optional<Opening> before =
                    opensAt.isAfter(floor) ? earliestOpenAt(opensAt.minusNanos(1)) : Optional.empty();
            if (before.isEmpty()) {
                return earliest;
            }
            earliest = before;
        }
        return earliest;
    }

    /** Of all openings that are open at a moment, the one that opened first. */
    private Optional<Opening> earliestOpenAt(Instant moment) {
        return terms.stream()
                .flatMap(window -> Cron.parse(window.cron())
                        .atOrAfter(moment.minus(window.duration()).plusNanos(1), window.timeZone())
                        .stream()
                        .map(opensAt -> new Opening(opensAt, window)))
                .filter(opening -> opening.isOpenAt(moment))
                .min(Opening.EARLIEST);
    }
}
