package io.openrouteroperator.core.compliance.trend;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The days that are remembered, at most a year of them.
 *
 * @param days the oldest first, each once
 */
public record ReviewHistory(List<DayFigures> days) {
    /** How many days there are at most: a year, and the day to compare it with. */
    public static final int MOST_DAYS = 366;

    public ReviewHistory {
        days = List.copyOf(days);
    }

    /** Nothing is remembered. */
    public static ReviewHistory none() {
        return new ReviewHistory(List.of());
    }

    /** Whether there are figures of this day. */
    public boolean knows(LocalDate day) {
        return days.stream().anyMatch(each -> each.day().equals(day));
    }

    /** Whether the last day shows the same as this one, so that there is no news in it. */
    public boolean endsLike(DayFigures figures) {
        return !days.isEmpty() && days.getLast().sameAs(figures);
    }

    /** With the figures of a day, which count in the place of earlier ones of that day; the oldest go where there are too many. */
    public ReviewHistory with(DayFigures figures) {
        List<DayFigures> all = Stream.concat(
                        days.stream().filter(each -> !each.day().equals(figures.day())), Stream.of(figures))
                .sorted(Comparator.comparing(DayFigures::day))
                .toList();
        return new ReviewHistory(all.subList(Math.max(0, all.size() - MOST_DAYS), all.size()));
    }

    /**
     * A smaller one: the oldest day that tells namespaces apart does not do so any more, or the oldest day is gone where none does.
     * Empty when there is nothing left to leave out.
     */
    Optional<ReviewHistory> smaller() {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        List<DayFigures> fewer = new ArrayList<>(days);
        for (int day = 0; day < fewer.size(); day++) {
            if (fewer.get(day).detailed()) {
                fewer.set(day, fewer.get(day).summarised());
                return Optional.of(new ReviewHistory(fewer));
            }
        }
        fewer.removeFirst();
        return Optional.of(new ReviewHistory(fewer));
    }

    /** The largest part of it that fits, if any does; the oldest days lose their detail first, and then go. */
    public Optional<ReviewHistory> largest(Predicate<ReviewHistory> fits) {
        Optional<ReviewHistory> part = Optional.of(this);
        while (part.isPresent() && !fits.test(part.get())) {
            part = part.get().smaller();
        }
        return part;
    }

    /** What a scope shows of it, the oldest day first. */
    public List<TrendPoint> trend(ReviewScope scope) {
        return days.stream().flatMap(each -> each.point(scope).stream()).toList();
    }
}
