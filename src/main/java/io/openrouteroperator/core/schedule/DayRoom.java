package io.openrouteroperator.core.schedule;

/** How many rotations still fit into each day; day 0 is today, in UTC. */
final class DayRoom {
    private final int[] left;
    // A full day points to the day before it, so that a day with room is found without asking each; day n is at n + 1.
    private final int[] towardsRoom;

    /**
     * @param days how many days there are
     * @param capacity rotations per day
     * @param doneToday rotations of today that are over
     */
    DayRoom(int days, int capacity, int doneToday) {
        left = new int[days];
        towardsRoom = new int[days + 1];
        for (int day = 0; day < days; day++) {
            left[day] = day == 0 ? Math.max(0, capacity - doneToday) : capacity;
            towardsRoom[day + 1] = left[day] > 0 ? day + 1 : day;
        }
    }

    boolean has(int day) {
        return left[day] > 0;
    }

    void take(int day) {
        left[day]--;
        if (left[day] == 0) {
            towardsRoom[day + 1] = day;
        }
    }

    /** The latest day with room that is not after this one; -1 if there is none. */
    int latestUpTo(int day) {
        int place = day + 1;
        while (towardsRoom[place] != place) {
            towardsRoom[place] = towardsRoom[towardsRoom[place]];
            place = towardsRoom[place];
        }
        return place - 1;
    }
}
