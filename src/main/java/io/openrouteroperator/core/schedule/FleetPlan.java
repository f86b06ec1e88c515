package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.schedule.FleetAssignment.Placement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Spreads the rotations of an account over the days its key-change quota allows: where a day is full, some of its keys start earlier,
 * so that no key passes its deadline waiting for the next day's quota. Design section 3, "Key changes are a budget".
 *
 * <p>Made anew now and then from what is there; equal inputs give equal plans, and a key whose own day has room is left alone.
 *
 * @param advanced for each key that has to start before its own day, when; the argument of {@link RotationSchedule#plan}
 * @param forecast how many rotations each coming day will see; days without any are left out
 * @param shortfall what cannot be kept, and what would do; empty when everything can
 */
public record FleetPlan(
        Map<String, Instant> advanced, NavigableMap<LocalDate, Integer> forecast, Optional<Shortfall> shortfall) {
    public FleetPlan {
        advanced = Map.copyOf(advanced);
    }

    /** The plan for these keys. Keys made in the future, by a clock that was put back since, are left for later plans. */
    public static FleetPlan of(List<FleetKey> keys, ChangeQuota quota, Instant now) {
        Fleet fleet = Fleet.of(keys, now);
        FleetAssignment gentle = fleet.gentle(quota.rotationsPerDay());
        FleetAssignment chosen = gentle.unplaced().isEmpty() ? gentle : fleet.strict(quota.rotationsPerDay());
        boolean kept = chosen.unplaced().isEmpty() && fleet.rotationsPerDay() <= quota.rotationsPerDay();
        return new FleetPlan(
                advanced(chosen),
                forecast(chosen, fleet.days()),
                kept ? Optional.empty() : Optional.of(Shortfall.of(fleet, chosen, quota)));
    }

    private static Map<String, Instant> advanced(FleetAssignment assignment) {
        Map<String, Instant> starts = new HashMap<>();
        for (Placement placement : assignment.placed()) {
            if (placement.isAdvanced()) {
                starts.put(placement.task().uid(), Instant.ofEpochSecond(placement.start()));
            }
        }
        return starts;
    }

    private static NavigableMap<LocalDate, Integer> forecast(FleetAssignment assignment, PlanDays days) {
        int[] counts = new int[PlanDays.COUNT];
        assignment.placed().forEach(placement -> counts[placement.day()]++);
        NavigableMap<LocalDate, Integer> forecast = new TreeMap<>();
        for (int day = 0; day < counts.length; day++) {
            if (counts[day] > 0) {
                forecast.put(days.date(day), counts[day]);
            }
        }
        return forecast;
    }
}
