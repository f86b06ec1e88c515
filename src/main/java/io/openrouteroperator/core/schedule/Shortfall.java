package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Rotations that the key-change quota has no room for.
 *
 * @param keys how many keys cannot be replaced before their deadlines
 * @param of of how many
 * @param first the day on which the first of them has to be replaced
 * @param quota the quota there is
 * @param enough the quota that would do
 * @param interval the interval that would do with the quota there is; empty when none that may be asked for would
 * @param windowsTooFew whether the quota would do without windows
 */
public record Shortfall(
        int keys,
        int of,
        LocalDate first,
        ChangeQuota quota,
        ChangeQuota enough,
        Optional<Duration> interval,
        boolean windowsTooFew) {
    private static final int LONGEST_INTERVAL =
            (int) RotationTerms.standard().interval().toDays();

    static Shortfall of(Fleet fleet, FleetAssignment strict, ChangeQuota quota) {
        int capacity = quota.rotationsPerDay();
        int first = strict.unplaced().stream()
                .mapToInt(DayTask::last)
                .min()
                .orElseGet(() ->
                        fleet.tasks().stream().mapToInt(DayTask::last).max().orElse(0));
        int enough = least(capacity, fleet.keys().size() + fleet.doneToday(), fleet::isKeptBy);
        return new Shortfall(
                strict.unplaced().isEmpty()
                        ? lostForGood(fleet, capacity)
                        : strict.unplaced().size(),
                fleet.keys().size(),
                fleet.days().date(first),
                quota,
                quota.forRotations(enough),
                interval(fleet, capacity),
                fleet.with(FleetKey::withoutWindows).isKeptBy(capacity));
    }

    /** Every key has a day now, but keys come back sooner than days get free. */
    private static int lostForGood(Fleet fleet, int capacity) {
        double needed = fleet.rotationsPerDay();
        return needed <= capacity ? 0 : (int) Math.ceil(fleet.keys().size() * (1 - capacity / needed));
    }

    private static Optional<Duration> interval(Fleet fleet, int capacity) {
        IntPredicate kept = days ->
                fleet.with(key -> key.withIntervalOf(Duration.ofDays(days))).isKeptBy(capacity);
        return kept.test(LONGEST_INTERVAL)
                ? Optional.of(Duration.ofDays(least(0, LONGEST_INTERVAL, kept)))
                : Optional.empty();
    }

    /** The least number above the one, up to the other, that is enough, given that all greater ones are, too. */
    private static int least(int notEnough, int enough, IntPredicate isEnough) {
        int low = notEnough;
        int high = enough;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (isEnough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** For a condition: what cannot be kept, and what would do. */
    public String words() {
        return keys + " of " + of + " keys cannot be replaced in time with " + quota.perDay() + " key changes a day ("
                + quota.rotationsPerDay() + " rotations), the first by " + first + "; " + enough.perDay()
                + " key changes a day would do"
                + interval.map(longer -> ", or an interval of " + DurationText.format(longer))
                        .orElse("")
                + (windowsTooFew ? ", or windows on more days" : "");
    }
}
