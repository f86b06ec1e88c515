package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.openrouter.wire.UndocumentedAnswer;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates answers that say no into failures. */
final class Refusals {
    /** How OpenRouter names or words a quota per day; a limit per minute may have a similar name and must not be mistaken for it. */
    private static final Pattern DAILY = Pattern.compile("(?i)(?<![a-z])rpd(?![a-z])|per[ -]day|daily|a day");

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    Failure of(Operation operation, Answer answer, SecretValue key) {
        Optional<WireObject> error = answer.json().flatMap(Refusals::error);
        String message = message(answer, error, key);
        int status = answer.status();
        return switch (status) {
            case 401 -> new Failure.Unauthorized(message);
            case 402 -> new Failure.PaymentRequired(message);
            case 403 -> new Failure.Forbidden(message);
            case 404 -> new Failure.NotFound(message);
            case 407 -> new Failure.Unreachable("the proxy asks for credentials");
            case 408 -> new Failure.AnswerLost(message);
            case 429 -> limited(operation, answer, error, message);
            default ->
                status >= 400 && status < 500
                        ? new Failure.Rejected(status, message)
                        : new Failure.ServerError(status, message);
        };
    }

    /** The wait a server asks for, in seconds or as a date; null when it asks for none or for nonsense. */
    @Nullable
    Duration retryAfter(Answer answer) {
        String text = answer.header("Retry-After").map(String::strip).orElse("");
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private Failure limited(Operation operation, Answer answer, Optional<WireObject> error, String message) {
        String name = error.flatMap(Refusals::metadata)
                .map(metadata -> metadata.lenientText("limit_name"))
                .orElse("");
        if (!DAILY.matcher(name + " " + message).find()) {
            return new Failure.RateLimited(message, retryAfter(answer));
        }
        Instant midnight = nextMidnight();
        if (operation.changesSomething()) {
            return new Failure.KeyChangesExhausted(message, perDay(answer, error), midnight);
        }
        return new Failure.RateLimited(message, Duration.between(clock.instant(), midnight));
    }

    private Instant nextMidnight() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** The quota's size, from the header or from the copy of the headers that some answers carry in their metadata. */
    private static @Nullable Long perDay(Answer answer, Optional<WireObject> error) {
        String limit = answer.header("X-RateLimit-Limit")
                .or(() -> error.flatMap(Refusals::metadata)
                        .flatMap(metadata -> metadata.lenientObject("headers"))
                        .map(headers -> headers.lenientText("X-RateLimit-Limit")))
                .orElse("");
        return limit.matches("\\d{1,18}") ? Long.valueOf(limit) : null;
    }

    private static String message(Answer answer, Optional<WireObject> error, SecretValue key) {
        String words = error.map(object -> object.lenientText("message")).orElse("");
        if (words.isBlank()) {
            words = wordsOutsideJson(answer);
        }
        return SafeText.of("OpenRouter answered " + answer.status() + (words.isBlank() ? "" : ": " + words), key);
    }

    private static String wordsOutsideJson(Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        String text = answer.text().strip();
        if (type.contains("html") || text.startsWith("<")) {
            return "HTML answer";
        }
        return answer.json().map(json -> json.lenientText("error")).orElse(text);
    }

    private static Optional<WireObject> error(WireObject body) {
        return body.lenientObject("error");
    }

    private static Optional<WireObject> metadata(WireObject error) {
        return error.lenientObject("metadata");
    }

    /** An answer that says yes without what was promised: it happened, or something else did. */
    static Failure undocumented(int status, UndocumentedAnswer what) {
        return new Failure.ServerError(status, SafeText.of("OpenRouter answered " + status + ": " + what.getMessage()));
    }
}
