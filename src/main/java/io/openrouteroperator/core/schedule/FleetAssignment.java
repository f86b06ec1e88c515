package io.openrouteroperator.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives each rotation a day with room: its own, else the latest before it, else the first after it that is before its deadline.
 */
final class FleetAssignment {
    /**
     * A rotation and its day.
     *
     * @param task the rotation
     * @param day the day
     * @param start when it starts on that day, in epoch seconds
     */
    record Placement(DayTask task, int day, long start) {
        boolean isAdvanced() {
            return day < task.own();
        }
    }

    private static final Comparator<DayTask> EARLIEST = Comparator.comparingInt(DayTask::last);
    // Keys without windows start in the first part of a day, so that there is time to finish.
    private static final int STARTING_SECONDS = 20 * 3600;

    private final List<Placement> placed = new ArrayList<>();
    private final List<DayTask> unplaced = new ArrayList<>();
    private final PlanDays days;
    private final DayRoom room;

    private FleetAssignment(PlanDays days, DayRoom room) {
        this.days = days;
        this.room = room;
    }

    /** Places rotations in this order. */
    static FleetAssignment of(List<DayTask> tasks, PlanDays days, DayRoom room) {
        FleetAssignment assignment = new FleetAssignment(days, room);
        assignment.place(tasks);
        return assignment;
    }

    List<Placement> placed() {
        return placed;
    }

    /** Those for which no day is left. */
    List<DayTask> unplaced() {
        return unplaced;
    }

    private void place(List<DayTask> tasks) {
        List<DayTask> late = new ArrayList<>();
        for (DayTask task : tasks) {
            upToOwnDay(task).ifPresentOrElse(this::take, () -> late.add(task));
        }
        late.sort(EARLIEST);
        for (DayTask task : late) {
            afterOwnDay(task).ifPresentOrElse(this::take, () -> unplaced.add(task));
        }
    }

    private void take(Placement placement) {
        room.take(placement.day());
        placed.add(placement);
    }

    private Optional<Placement> upToOwnDay(DayTask task) {
        if (room.has(task.own())) {
            return Optional.of(new Placement(task, task.own(), days.start(task.own())));
        }
        return task.windows().isPresent()
                ? inEarlierOpening(task, task.windows().get())
                : onEarlierDay(task);
    }

    private Optional<Placement> onEarlierDay(DayTask task) {
        int day = room.latestUpTo(task.own());
        return day < task.first()
                ? Optional.empty()
                : Optional.of(new Placement(task, day, days.start(day) + (long) (task.share() * STARTING_SECONDS)));
    }

    private Optional<Placement> inEarlierOpening(DayTask task, WindowDays windows) {
        for (int opening = task.slot(); opening >= 0; opening--) {
            long start = windows.start(opening, task.share());
            int day = days.of(start);
            if (day < task.first()) {
                return Optional.empty();
            }
            if (day < task.own() && room.has(day)) {
                return Optional.of(new Placement(task, day, start));
            }
        }
        return Optional.empty();
    }

    /** Nobody asks for that: the ration of key changes makes it wait, and there is time to. */
    private Optional<Placement> afterOwnDay(DayTask task) {
        for (int day = task.own() + 1; day <= task.last(); day++) {
            long start = days.start(day);
            long end = days.start(day + 1);
            if (room.has(day)
                    && task.windows()
                            .map(windows -> windows.isOpenWithin(start, end))
                            .orElse(true)) {
                return Optional.of(new Placement(task, day, start));
            }
        }
        return Optional.empty();
    }
}
