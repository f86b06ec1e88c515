package io.openrouteroperator.openrouter.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;

/** What Prometheus learns about calls: {@code openrouter_operator_api_requests_total}, latency and throttled time. */
final class CallMeters {
    static final String REQUESTS = "openrouter.operator.api.requests";
    static final String LATENCY = "openrouter.operator.api.latency";
    static final String THROTTLED = "openrouter.operator.api.throttled";

    private final MeterRegistry registry;
    private final String account;

    CallMeters(MeterRegistry registry, String account) {
        this.registry = registry;
        this.account = account;
    }

    /** One attempt, from sending to the end of its answer. */
    void attempted(Operation operation, String outcome, Duration took) {
        registry.counter(REQUESTS, "account", account, "operation", operation.label(), "outcome", outcome)
                .increment();
        registry.timer(LATENCY, "account", account, "operation", operation.label())
                .record(took);
    }

    /** The wait for a turn; nothing when there was none. */
    void throttled(Operation operation, Duration waited) {
        if (!waited.isZero()) {
            registry.timer(THROTTLED, "account", account, "operation", operation.label())
                    .record(waited);
        }
    }

    static String outcome(Failure failure) {
        return switch (failure) {
            case Failure.Unauthorized _ -> "unauthorized";
            case Failure.Forbidden _ -> "forbidden";
            case Failure.PaymentRequired _ -> "payment_required";
            case Failure.NotFound _ -> "not_found";
            case Failure.Rejected _ -> "rejected";
            case Failure.RateLimited _ -> "rate_limited";
            case Failure.KeyChangesExhausted _ -> "key_changes_exhausted";
            case Failure.ServerError _ -> "server_error";
            case Failure.Unreachable _ -> "unreachable";
            case Failure.AnswerLost _ -> "answer_lost";
        };
    }
}
