package io.openrouteroperator.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One key's next rotation, in days.
 *
 * @param uid the key
 * @param own the day on which it starts when nobody asks for another
 * @param first the first day on which the plan may let it start
 * @param last the last whole day before its deadline; never before {@code own}
 * @param share its share of every spread
 * @param windows its windows, empty for any time
 * @param slot the opening in which it starts by itself; -1 where it starts in none
 */
record DayTask(String uid, int own, int first, int last, double share, Optional<WindowDays> windows, int slot) {
    /** Those that have few days to choose from first, then by deadline. */
    static final Comparator<DayTask> FEWEST_CHOICES_THEN_EARLIEST = Comparator.comparingInt(DayTask::choices)
            .thenComparingInt(DayTask::last)
            .thenComparing(DayTask::uid);

    /** Those that have few days to choose from first, then those that are due last. */
    static final Comparator<DayTask> FEWEST_CHOICES_THEN_LATEST = Comparator.comparingInt(DayTask::choices)
            .thenComparing(Comparator.comparingInt(DayTask::own).reversed())
            .thenComparing(DayTask::uid);

    static DayTask of(FleetKey key, Optional<WindowDays> windows, PlanDays days, Instant now) {
        Instant deadline = key.deadline();
        Instant due = key.baseDue();
        long from = Math.max(due.getEpochSecond(), now.getEpochSecond());
        double share = Spread.fraction(key.uid(), "window");
        int first = Math.max(
                0, days.of(RotationSchedule.earliest(key.createdAt(), deadline).getEpochSecond()) + 1);
        int lastWhole = days.of(deadline.minus(Duration.ofDays(1)).getEpochSecond());
        int slot = windows.map(set -> slot(set, key, from, now)).orElse(-1);
        int own = Math.max(0, days.of(start(windows, slot, share, from, deadline)));
        return new DayTask(key.uid(), own, first, Math.max(own, lastWhole), share, windows, slot);
    }

    /** Openings are a measure of it: weekly windows have fewer than daily ones. */
    private int choices() {
        return windows.isEmpty() ? Integer.MAX_VALUE : windows.get().count();
    }

    private static long start(Optional<WindowDays> windows, int slot, double share, long from, Instant deadline) {
        if (windows.isEmpty() || (slot >= 0 && windows.get().isOpenAt(from))) {
            return from;
        }
        long latest = Math.max(from, deadline.getEpochSecond());
        return slot < 0 ? latest : Math.min(latest, windows.get().start(slot, share));
    }

    /** The opening in which the key starts by itself, as {@link RotationSchedule#plan} has it; -1 for none. */
    private static int slot(WindowDays set, FleetKey key, long from, Instant now) {
        if (set.isOpenAt(from)) {
            return set.at(from);
        }
        long deadline = key.deadline().getEpochSecond();
        int next = set.at(from) + 1;
        if (next < set.count() && set.opensAt(next) <= deadline) {
            return next;
        }
        int last = set.at(deadline);
        boolean usable = last >= 0
                && set.opensAt(last) > key.createdAt().getEpochSecond()
                && set.closesAt(last) > now.getEpochSecond();
        return usable ? last : -1;
    }
}
