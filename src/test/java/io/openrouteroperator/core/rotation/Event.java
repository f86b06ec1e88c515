package io.openrouteroperator.core.rotation;

import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One thing that happens in a history.
 *
 * @param kind what
 * @param choice decides between several objects it could happen to; part of the event, so that dropping others does not change it
 */
record Event(Kind kind, int choice) {
    private static final int RUNS = 70;
    private static final int PASSAGES = 10;
    private static final List<Kind> ALL = List.of(Kind.values());

    /** Nobody lays hands on keys, Secrets and statuses, so that rotations run their course. */
    private static final List<Kind> ORDINARY = List.copyOf(EnumSet.range(Kind.RUN, Kind.RATION_RESET));

    private static final List<Kind> PASSING = List.of(Kind.MINUTES_PASS, Kind.HOURS_PASS, Kind.DAYS_PASS);

    enum Kind {
        RUN,
        RUN_OTHER_REPLICA,
        CRASH,
        DIE_BEFORE_EFFECT,
        DIE_AFTER_EFFECT,
        LOSE_ANSWER_AFTER_EFFECT,
        LOSE_CALL_BEFORE_EFFECT,
        POLL,
        MINUTES_PASS,
        HOURS_PASS,
        DAYS_PASS,
        SECONDS_PASS,
        USAGE_LAGS,
        ROTATION_ASKED,
        REVOKED,
        ROLLBACK_ASKED,
        ROTATION_SUSPENDED,
        ROTATION_RESUMED,
        INTERVAL_CHANGED,
        OVERLAP_CHANGED,
        TURN_TAKEN,
        TURN_GIVEN,
        POD_STARTED_ANEW,
        POD_STUCK,
        POD_FREED,
        JOB_STARTED,
        WORKLOAD_PAUSED,
        WORKLOAD_RESUMED,
        RESTARTS_REFUSED,
        RESTARTS_ALLOWED,
        MARK_REMOVED,
        RATION_USED_UP,
        RATION_RESET,
        SECRET_DELETED,
        SECRET_EMPTIED,
        SECRET_GARBLED,
        SECRET_ENTRIES_EDITED,
        SECRET_RESTORED,
        SECRET_TAKEN_OVER,
        KEY_DISABLED,
        KEY_ENABLED,
        KEY_DELETED,
        KEY_UNGUARDED,
        KEY_LIMIT_CHANGED,
        KEY_RENAMED,
        GRANT,
        REFUSE,
        WITHDRAW,
        ACCOUNT_DOWN,
        GUARDRAIL_MADE_ANEW,
        RULES_REVISED,
        LIMIT_LOWERED,
        WORKSPACE_CHANGED,
        STATUS_LOST,
        STATUS_RESTORED
    }

    /**
     * Steps of the protocol are more likely than all interference together: otherwise nothing is ever finished. In every other
     * history nobody tampers with anything.
     */
    static List<Event> history(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kind> kinds = seed % 2 == 0 ? ALL : ORDINARY;
        return Stream.generate(() -> new Event(kind(random, kinds), random.nextInt(1000)))
                .limit(length)
                .toList();
    }

    private static Kind kind(SplittableRandom random, List<Kind> kinds) {
        int lot = random.nextInt(100);
        if (lot < RUNS) {
            return Kind.RUN;
        }
        return lot < RUNS + PASSAGES
                ? PASSING.get(random.nextInt(PASSING.size()))
                : kinds.get(random.nextInt(kinds.size()));
    }

    @Override
    public String toString() {
        return kind + "(" + choice + ")";
    }
}
