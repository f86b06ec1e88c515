package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The openings of one set of windows over the days that are planned: the first and the last of each UTC day, which is enough to tell
 * on which day a key starts. Asked once per day and not once per key, so that a large fleet is planned in milliseconds.
 */
final class WindowDays {
    private final long[] opens;
    private final long[] lengths;
    // The latest end of this and all earlier openings.
    private final long[] openUntil;

    WindowDays(List<WindowTerms> terms, Instant now, Instant end) {
        List<Opening> openings = openings(new Windows(terms), now, end);
        opens = openings.stream()
                .mapToLong(opening -> opening.opensAt().getEpochSecond())
                .toArray();
        lengths = openings.stream()
                .mapToLong(opening -> opening.window().duration().toSeconds())
                .toArray();
        openUntil = openings.stream()
                .mapToLong(opening -> opening.closesAt().getEpochSecond())
                .toArray();
        Arrays.parallelPrefix(openUntil, Math::max);
    }

    private static List<Opening> openings(Windows windows, Instant now, Instant end) {
        Instant moment = PlanDays.startOfDay(now.minus(longest(windows)));
        NavigableSet<Opening> found = new TreeSet<>(Opening.EARLIEST);
        while (moment.isBefore(end)) {
            Instant dayAfter = moment.plus(Duration.ofDays(1));
            Opening first = windows.nextAt(moment).orElse(null);
            if (first == null) {
                break;
            }
            if (first.opensAt().isBefore(dayAfter)) {
                found.add(first);
                windows.lastAt(dayAfter.minusNanos(1)).max(Opening.EARLIEST).ifPresent(found::add);
                moment = dayAfter;
            } else {
                moment = PlanDays.startOfDay(first.opensAt());
            }
        }
        return new ArrayList<>(found);
    }

    private static Duration longest(Windows windows) {
        return windows.terms().stream()
                .map(WindowTerms::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    int count() {
        return opens.length;
    }

    /** The last opening at or before a moment; -1 if there is none. */
    int at(long second) {
        int found = Arrays.binarySearch(opens, second);
        return found >= 0 ? found : -found - 2;
    }

    boolean isOpenAt(long second) {
        return isOpenWithin(second, second + 1);
    }

    /** Whether a window is open at any time from the first moment to before the second. */
    boolean isOpenWithin(long from, long until) {
        int opening = at(until - 1);
        return opening >= 0 && openUntil[opening] > from;
    }

    /** When a key with this share of the spread starts in an opening, in epoch seconds; see {@link Opening#startOf}. */
    long start(int opening, double share) {
        return opens[opening] + (long) (share * lengths[opening] / 2);
    }

    long opensAt(int opening) {
        return opens[opening];
    }

    long closesAt(int opening) {
        return opens[opening] + lengths[opening];
    }
}
