package io.openrouteroperator.core.openrouter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a call has no answer, in the distinctions that callers act on. Messages are OpenRouter's own, shortened, and never hold key
 * material. Statuses: OpenRouter's API description; a 5xx body may be HTML.
 */
public sealed interface Failure {
    /** A sentence for a condition or a log line. */
    String message();

    /** 401: the key used is unknown, disabled or expired. */
    record Unauthorized(String message) implements Failure {}

    /** 403: the key used may not do this. */
    record Forbidden(String message) implements Failure {}

    /** 402: the account is out of credits. */
    record PaymentRequired(String message) implements Failure {}

    /** 404 where the object was expected. */
    record NotFound(String message) implements Failure {}

    /** 400, 409, 413, 422 …: the request itself is wrong; repeating it is pointless. */
    record Rejected(int status, String message) implements Failure {}

    /** 429, with the wait that OpenRouter asks for where it asks. */
    record RateLimited(String message, @Nullable Duration retryAfter) implements Failure {}

    /** 429 of the daily quota on key changes: nothing can be changed before the reset (trap 26). */
    record KeyChangesExhausted(String message, @Nullable Long perDay, Instant resetsAt) implements Failure {}

    /** 5xx, or an answer that is not the documented one: it may have happened. */
    record ServerError(int status, String message) implements Failure {}

    /** The request was never sent: no connection, no name, no trust. */
    record Unreachable(String message) implements Failure {}

    /** Sent, but the answer was lost: timeout, reset, truncated body. It may have happened. */
    record AnswerLost(String message) implements Failure {}

    /** Whether it says nothing about the key that was used: the same call may work a moment later. */
    default boolean isOutage() {
        return switch (this) {
            case ServerError _, Unreachable _, AnswerLost _, RateLimited _ -> true;
            case Unauthorized _, Forbidden _, PaymentRequired _, NotFound _, Rejected _, KeyChangesExhausted _ -> false;
        };
    }

    /** Whether the effect may have happened all the same, so that creating again could make a second object. */
    default boolean ambiguous() {
        return switch (this) {
            case ServerError _, AnswerLost _ -> true;
            case Unauthorized _,
                    Forbidden _,
                    PaymentRequired _,
                    NotFound _,
                    Rejected _,
                    RateLimited _,
                    KeyChangesExhausted _,
                    Unreachable _ -> false;
        };
    }
}
