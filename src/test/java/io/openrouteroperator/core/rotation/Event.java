package io.openrouteroperator.core.rotation;

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
        STATUS_RESTORED,
        RATION_USED_UP,
        RATION_RESET
    }

    /** Steps of the protocol are as likely as all interference together: otherwise nothing is ever finished. */
    static List<Event> history(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        return Stream.generate(() -> {
                    Kind kind = random.nextInt(100) < 70 ? Kind.RUN : kinds[random.nextInt(kinds.length)];
                    return new Event(kind, random.nextInt(1000));
                })
                .limit(length)
                .toList();
    }

    @Override
    public String toString() {
        return kind + "(" + choice + ")";
    }
}
