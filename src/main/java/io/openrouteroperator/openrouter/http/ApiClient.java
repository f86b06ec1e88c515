package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.openrouter.throttle.RequestBucket;
import io.openrouteroperator.openrouter.throttle.Timekeeper;
import io.openrouteroperator.openrouter.throttle.Turn;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Calls over one connection: each waits for its turn, is counted, and is repeated where that is safe. Blocks; thread-safe. */
public final class ApiClient {
    /** The longest pause that one answer can impose on everybody. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Exchange exchange;
    private final RequestBucket bucket;
    private final RetryPolicy retries;
    private final CallMeters meters;
    private final Timekeeper time;
    private final Duration patience;

    ApiClient(
            Exchange exchange,
            RequestBucket bucket,
            RetryPolicy retries,
            CallMeters meters,
            Timekeeper time,
            Duration patience) {
        this.exchange = exchange;
        this.bucket = bucket;
        this.retries = retries;
        this.meters = meters;
        this.time = time;
        this.patience = patience;
    }

    /** The answer as the reader understands it; throws {@link OpenRouterException} when there is none. */
    public <T> T call(Call call, Function<WireObject, T> reader) {
        for (int repeated = 0; ; repeated++) {
            awaitTurn(call.operation());
            switch (attempt(call, reader)) {
                case Exchange.Result.Answered<T>(T value) -> {
                    return value;
                }
                case Exchange.Result.Failed<T>(Failure failure, var _) -> retryOrThrow(call, failure, repeated);
            }
        }
    }

    /** The answer, or empty when OpenRouter says 404. */
    public <T> Optional<T> find(Call call, Function<WireObject, T> reader) {
        try {
            return Optional.of(call(call, reader));
        } catch (OpenRouterException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private <T> Exchange.Result<T> attempt(Call call, Function<WireObject, T> reader) {
        long start = time.nanos();
        Exchange.Result<T> result = exchange.attempt(call, reader);
        Duration took = Duration.ofNanos(time.nanos() - start);
        switch (result) {
            case Exchange.Result.Answered<T> _ -> meters.attempted(call.operation(), "ok", took);
            case Exchange.Result.Failed<T> failed -> {
                meters.attempted(call.operation(), CallMeters.outcome(failed.failure()), took);
                if (failed.pause() != null) {
                    bucket.pause(failed.pause().compareTo(LONGEST_PAUSE) < 0 ? failed.pause() : LONGEST_PAUSE);
                }
            }
        }
        return result;
    }

    private void awaitTurn(Operation operation) {
        try {
            Turn turn = bucket.acquire(operation.priority(), patience);
            meters.throttled(operation, turn.waited());
            if (turn instanceof Turn.Refused refused) {
                throw new OpenRouterException(
                        operation.label(),
                        new Failure.RateLimited("not sent: too many requests are waiting", refused.retryAfter()));
            }
        } catch (InterruptedException stopped) {
            throw interrupted(operation);
        }
    }

    private void retryOrThrow(Call call, Failure failure, int repeated) {
        Duration wait = retries.waitBefore(call.operation(), failure, repeated)
                .filter(_ -> !Thread.currentThread().isInterrupted())
                .orElseThrow(() -> new OpenRouterException(call.operation().label(), failure));
        try {
            time.sleep(wait);
        } catch (InterruptedException stopped) {
            throw interrupted(call.operation());
        }
    }

    private static OpenRouterException interrupted(Operation operation) {
        Thread.currentThread().interrupt();
        return new OpenRouterException(operation.label(), new Failure.Unreachable("interrupted before it was sent"));
    }
}
