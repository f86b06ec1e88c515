package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.openrouter.wire.Json;
import io.openrouteroperator.openrouter.wire.UndocumentedAnswer;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One attempt at one call: send it, read the answer, say in core's words what came of it. */
final class Exchange {
    /** What a header may carry; the JDK would quote any other value in its exception, key and all. */
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

    private final Transport transport;
    private final Connection connection;
    private final Refusals refusals;

    Exchange(Transport transport, Connection connection, Refusals refusals) {
        this.transport = transport;
        this.connection = connection;
        this.refusals = refusals;
    }

    /** What came of an attempt. */
    sealed interface Result<T> {
        record Answered<T>(T value) implements Result<T> {}

        /**
         * No answer.
         *
         * @param pause how long the server wants everybody to stay away, null when it does not say
         */
        record Failed<T>(Failure failure, @Nullable Duration pause) implements Result<T> {}
    }

    <T> Result<T> attempt(Call call, Function<WireObject, T> reader) {
        SecretValue key = call.key() == null ? connection.managementKey() : call.key();
        if (!HEADER_SAFE.matcher(key.reveal()).matches()) {
            return new Result.Failed<>(new Failure.Unauthorized("the key holds characters that no key has"), null);
        }
        HttpRequest request = request(call, key);
        try {
            Answer answer = call.operation().repeatable() ? transport.send(request) : transport.sendAlone(request);
            return understand(call.operation(), answer, key, reader);
        } catch (ExecutionException broken) {
            return new Result.Failed<>(Breakdowns.of(broken.getCause() == null ? broken : broken.getCause()), null);
        } catch (TimeoutException late) {
            return new Result.Failed<>(Breakdowns.of(late), null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result.Failed<>(new Failure.AnswerLost("interrupted while waiting for the answer"), null);
        }
    }

    private <T> Result<T> understand(
            Operation operation, Answer answer, SecretValue key, Function<WireObject, T> reader) {
        if (!answer.success()) {
            Failure failure = refusals.of(operation, answer, key);
            return new Result.Failed<>(failure, pause(failure, answer));
        }
        try {
            return answer.json()
                    .or(() -> operation.deletes() ? Optional.of(WireObject.empty()) : Optional.empty())
                    .<Result<T>>map(json -> new Result.Answered<>(reader.apply(json)))
                    .orElseGet(() -> new Result.Failed<>(new Failure.AnswerLost("the answer is not JSON"), null));
        } catch (UndocumentedAnswer other) {
            return new Result.Failed<>(Refusals.undocumented(answer.status(), other), null);
        }
    }

    /** The daily quota concerns changes only, so nobody pauses for it; 429 and 503 with Retry-After concern everybody. */
    private @Nullable Duration pause(Failure failure, Answer answer) {
        return failure instanceof Failure.RateLimited || failure instanceof Failure.ServerError
                ? refusals.retryAfter(answer)
                : null;
    }

    private HttpRequest request(Call call, SecretValue key) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri(connection.baseUrl()))
                .timeout(transport.settings().answerTimeout())
                .header("Authorization", "Bearer " + key.reveal())
                .header("Accept", "application/json")
                .header("User-Agent", transport.settings().userAgent());
        if (call.operation().infers()) {
            builder.header("X-OpenRouter-Metadata", "enabled");
        }
        return switch (call.operation().method()) {
            case "GET" -> builder.GET().build();
            case "DELETE" -> builder.DELETE().build();
            case String method ->
                builder.header("Content-Type", "application/json")
                        .method(method, body(call))
                        .build();
        };
    }

    private static HttpRequest.BodyPublisher body(Call call) {
        return call.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.write(call.body()));
    }
}
