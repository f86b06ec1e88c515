package io.openrouteroperator.reconcile;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;
import java.time.Instant;

/** What a failed call means for a status, and when to try again. */
public final class RemoteTrouble {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private RemoteTrouble() {}

    /** The reason a condition gives. */
    public static Reason reason(Failure failure) {
        return switch (failure) {
            case Failure.Unauthorized _, Failure.Forbidden _ -> Reason.MANAGEMENT_KEY_REFUSED;
            case Failure.PaymentRequired _ -> Reason.OUT_OF_CREDITS;
            case Failure.RateLimited _ -> Reason.RATE_LIMITED;
            case Failure.KeyChangesExhausted _ -> Reason.KEY_CHANGES_EXHAUSTED;
            case Failure.Rejected _, Failure.NotFound _ -> Reason.REQUEST_REFUSED;
            case Failure.ServerError _, Failure.Unreachable _, Failure.AnswerLost _ -> Reason.PROVIDER_UNAVAILABLE;
        };
    }

    /**
     * How long to wait before trying again: what OpenRouter asks for, else longer with each attempt up to five minutes. Where the
     * day's key changes are used up, OpenRouter is not asked again before they are renewed: the ledger sees to that, so that
     * whoever looks again after five minutes goes on with whatever else there is to do.
     *
     * @param attempt 1 for the first failure in a row
     */
    public static Duration pause(Failure failure, int attempt, Instant now) {
        Duration growing = growing(attempt);
        return switch (failure) {
            case Failure.RateLimited(var _, Duration asked)
            when asked != null -> asked.compareTo(growing) > 0 ? asked : growing;
            case Failure.KeyChangesExhausted exhausted -> untilReset(exhausted, now);
            case Failure.RateLimited _,
                    Failure.Unauthorized _,
                    Failure.Forbidden _,
                    Failure.PaymentRequired _,
                    Failure.NotFound _,
                    Failure.Rejected _,
                    Failure.ServerError _,
                    Failure.Unreachable _,
                    Failure.AnswerLost _ -> growing;
        };
    }

    private static Duration untilReset(Failure.KeyChangesExhausted exhausted, Instant now) {
        Duration wait = Duration.between(now, exhausted.resetsAt()).plus(FIRST_PAUSE);
        return wait.isNegative() ? FIRST_PAUSE : wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    }

    private static Duration growing(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
