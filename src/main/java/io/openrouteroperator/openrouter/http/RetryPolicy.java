package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Whether and when a failed call is repeated: full jitter under a doubling ceiling, so that a fleet does not come back in step. A
 * create never is; neither is a refusal that the same request would meet again.
 */
final class RetryPolicy {
    private static final Duration FIRST_CEILING = Duration.ofMillis(500);
    private static final Duration LAST_CEILING = Duration.ofSeconds(10);
    private static final int SERVER_ERRORS = 500;

    private final int retries;
    private final Duration patience;
    private final DoubleSupplier jitter;

    /**
     * A policy.
     *
     * @param retries the most repetitions
     * @param patience the longest wait that a server may ask for before the caller hears of it instead
     * @param jitter numbers from 0 inclusive to 1 exclusive
     */
    RetryPolicy(int retries, Duration patience, DoubleSupplier jitter) {
        this.retries = retries;
        this.patience = patience;
        this.jitter = jitter;
    }

    /** How long to wait before the next attempt, empty when there is to be none; {@code repeated} counts repetitions so far. */
    Optional<Duration> waitBefore(Operation operation, Failure failure, int repeated) {
        if (!operation.repeatable() || repeated >= retries || !mayPass(failure)) {
            return Optional.empty();
        }
        long ceiling = Math.min(LAST_CEILING.toNanos(), FIRST_CEILING.toNanos() << Math.min(repeated, 10));
        return Optional.of(Duration.ofNanos((long) (ceiling * jitter.getAsDouble())));
    }

    private boolean mayPass(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited ->
                limited.retryAfter() == null || limited.retryAfter().compareTo(patience) <= 0;
            case Failure.ServerError error -> error.status() >= SERVER_ERRORS;
            case Failure.AnswerLost _, Failure.Unreachable _ -> true;
            case Failure.Unauthorized _,
                    Failure.Forbidden _,
                    Failure.PaymentRequired _,
                    Failure.NotFound _,
                    Failure.Rejected _,
                    Failure.KeyChangesExhausted _ -> false;
        };
    }
}
