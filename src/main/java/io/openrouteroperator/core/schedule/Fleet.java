package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The keys of an account at one moment, counted in days.
 *
 * @param keys the keys
 * @param now the moment
 * @param days the days from it
 * @param tasks their next rotations, as far as plans look ahead, the earliest deadlines first
 * @param doneToday keys made today: they have drawn on today's quota
 */
record Fleet(List<FleetKey> keys, Instant now, PlanDays days, List<DayTask> tasks, int doneToday) {
    static Fleet of(List<FleetKey> keys, Instant now) {
        PlanDays days = PlanDays.from(now);
        Instant end = Instant.ofEpochSecond(days.start(PlanDays.COUNT));
        List<FleetKey> foreseen =
                keys.stream().filter(key -> key.deadline().isBefore(end)).toList();
        Map<List<WindowTerms>, WindowDays> windows = windows(foreseen, now);
        List<DayTask> tasks = foreseen.stream()
                .map(key -> DayTask.of(
                        key, Optional.ofNullable(windows.get(key.terms().windows())), days, now))
                .sorted(DayTask.FEWEST_CHOICES_THEN_EARLIEST)
                .toList();
        int doneToday = (int) keys.stream()
                .filter(key -> days.of(key.createdAt().getEpochSecond()) == 0)
                .count();
        return new Fleet(keys, now, days, tasks, doneToday);
    }

    private static Map<List<WindowTerms>, WindowDays> windows(List<FleetKey> keys, Instant now) {
        Map<List<WindowTerms>, Instant> ends = new HashMap<>();
        keys.stream()
                .filter(key -> !key.terms().windows().isEmpty())
                .forEach(key -> ends.merge(
                        key.terms().windows(), key.deadline(), (one, other) -> one.isAfter(other) ? one : other));
        Map<List<WindowTerms>, WindowDays> windows = new HashMap<>();
        ends.forEach((terms, end) -> windows.put(terms, new WindowDays(terms, now, end.plus(Duration.ofDays(1)))));
        return windows;
    }

    /** With no key more advanced than need be: the latest due are placed first, and move all others a little. */
    FleetAssignment gentle(int capacity) {
        List<DayTask> latestFirst =
                tasks.stream().sorted(DayTask.FEWEST_CHOICES_THEN_LATEST).toList();
        return FleetAssignment.of(latestFirst, days, room(capacity));
    }

    /** With as many keys kept as can be: the earliest deadlines are placed first, and what is not placed has the latest ones. */
    FleetAssignment strict(int capacity) {
        return FleetAssignment.of(tasks, days, room(capacity));
    }

    private DayRoom room(int capacity) {
        return new DayRoom(PlanDays.COUNT, capacity, doneToday);
    }

    /** How many rotations a day such a fleet needs for good. */
    double rotationsPerDay() {
        return keys.stream().mapToDouble(FleetKey::rotationsPerDay).sum();
    }

    boolean isKeptBy(int capacity) {
        return rotationsPerDay() <= capacity && strict(capacity).unplaced().isEmpty();
    }

    Fleet with(UnaryOperator<FleetKey> change) {
        return of(keys.stream().map(change).toList(), now);
    }
}
