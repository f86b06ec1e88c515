package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.rotation.FleetTurn.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps rotations of a policy from rolling out all at once: at most {@code maxConcurrent}, and those with the earliest deadline
 * first. Known to this process only; a new leader fills it from the statuses. Safe for use by several threads.
 */
final class RotationQueue {
    /** One that waits and does not come back is deleted, refused or otherwise busy, and must not hold up the others. */
    private static final long PATIENCE_SECONDS = 180;

    /** Those whose turn may come within the next rounds look again soon; thousands behind them need not. */
    private static final int NEAR = 3;

    private record Waiting(Instant deadline, String uid, Instant asked) implements Comparable<Waiting> {
        private static final Comparator<Waiting> ORDER =
                Comparator.comparing(Waiting::deadline).thenComparing(Waiting::uid);

        @Override
        public int compareTo(Waiting other) {
            return ORDER.compare(this, other);
        }
    }

    /** The keys of one policy. */
    private static final class Fleet {
        private final Set<String> rolling = new HashSet<>();
        private final TreeSet<Waiting> waiting = new TreeSet<>();
        private final Map<String, Waiting> byUid = new HashMap<>();

        void forget(String uid) {
            rolling.remove(uid);
            Waiting before = byUid.remove(uid);
            if (before != null) {
                waiting.remove(before);
            }
        }

        void join(Waiting mine) {
            byUid.put(mine.uid(), mine);
            waiting.add(mine);
        }

        boolean isAmongFirst(Waiting mine, int places, Instant now) {
            Instant stillThere = now.minusSeconds(PATIENCE_SECONDS);
            return waiting.stream()
                    .filter(each -> !each.asked().isBefore(stillThere))
                    .limit(Math.max(0, places))
                    .anyMatch(mine::equals);
        }
    }

    private final Map<String, Fleet> fleets = new HashMap<>();

    /** A key that is rolling out takes a place, whoever let it begin. */
    synchronized void rolling(String policy, String uid) {
        Fleet fleet = fleet(policy);
        fleet.forget(uid);
        fleet.rolling.add(uid);
    }

    /** A key that neither rolls out nor waits for its turn. */
    synchronized void resting(String uid) {
        fleets.values().forEach(fleet -> fleet.forget(uid));
    }

    /**
     * A due key asks for its turn.
     *
     * @param deadline the latest moment for its rotation
     * @param most how many may roll out at once
     */
    synchronized Place ask(String policy, String uid, Instant deadline, int most, Instant now) {
        Fleet fleet = fleet(policy);
        fleet.forget(uid);
        Waiting mine = new Waiting(deadline, uid, now);
        fleet.join(mine);
        if (fleet.isAmongFirst(mine, most - fleet.rolling.size(), now)) {
            return Place.FIRST;
        }
        return fleet.isAmongFirst(mine, NEAR * most, now) ? Place.NEAR : Place.FAR;
    }

    private Fleet fleet(String policy) {
        return fleets.computeIfAbsent(policy, _ -> new Fleet());
    }
}
