package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How refusals read: the distinctions callers act on, and messages fit to show. */
class RefusalsTest {
    private static final String CREATE = "POST /api/v1/keys";
    private static final String CREDITS = "GET /api/v1/credits";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected", "401, Unauthorized", "402, PaymentRequired", "403, Forbidden", "404, NotFound",
                "409, Rejected",
        "413, Rejected", "422, Rejected", "407, Unreachable", "408, AnswerLost", "429, RateLimited", "500, ServerError",
        "502, ServerError", "524, ServerError", "301, ServerError"
    })
    void eachStatusHasItsMeaning(int status, String kind) {
        server.on(CREATE, Reply.error(status, "because"));

        assertThat(createFailure().getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void messageIsOpenRoutersOwn() {
        server.on(CREATE, Reply.error(403, "Only management keys can perform this operation"));

        assertThat(createFailure().message())
                .isEqualTo("OpenRouter answered 403: Only management keys can perform this operation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"plain\"}", "plain"})
    void understandsOtherShapesOfErrors(String body) {
        server.on(CREATE, Reply.json(400, body));

        assertThat(createFailure().message()).isEqualTo("OpenRouter answered 400: plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "{\"error\":null}", "{\"error\":{\"message\":null}}", "{\"error\":[]}", ""})
    void survivesErrorsThatSayNothing(String body) {
        server.on(CREATE, Reply.json(400, body));

        assertThat(createFailure()).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void reducesHtmlToAWord() {
        server.on(CREATE, Reply.full(502, "Content-Type: text/html\r\n", "<!DOCTYPE html><html>cloud</html>"));

        assertThat(createFailure().message()).isEqualTo("OpenRouter answered 502: HTML answer");
    }

    @Test
    void shortensAndCleansMessages() {
        server.on(CREATE, Reply.error(400, "a\\u0000b\\r\\nc\\u202e" + "x".repeat(1000)));

        assertThat(createFailure().message()).hasSize(300).contains("a b c x").endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":429,\"message\":\"Limit reached\",\"metadata\":{\"limit_name\":\"keys-modify-api-rpd-v2\"}}}",
                "{\"error\":{\"code\":429,\"message\":\"Rate limit exceeded: keys-modify-api-rpd-v2\"}}",
                "{\"error\":{\"code\":429,\"message\":\"10000 requests per day exceeded\"}}",
                "{\"error\":{\"code\":429,\"message\":\"Daily limit for key changes reached\"}}"
            })
    void daily429ParksUntilMidnightUtc(String body) {
        server.on(CREATE, Reply.json(429, "X-RateLimit-Limit: 10000\r\nRetry-After: 1\r\n", body));

        assertThat(createFailure()).isInstanceOfSatisfying(Failure.KeyChangesExhausted.class, exhausted -> {
            assertThat(exhausted.resetsAt()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
            assertThat(exhausted.perDay()).isEqualTo(10000L);
        });
    }

    @Test
    void daily429OfADeletionIsNotRepeated() {
        server.on(
                "DELETE /api/v1/keys/" + Samples.hash(1).value(),
                Reply.json(
                        429,
                        "{\"error\":{\"code\":429,\"message\":\"rpd\",\"metadata\":{\"headers\":"
                                + "{\"X-RateLimit-Limit\":\"500\"}}}}"));

        Failure failure = failure(() -> client.openRouter.deleteKey(Samples.hash(1)));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.KeyChangesExhausted.class,
                        exhausted -> assertThat(exhausted.perDay()).isEqualTo(500L));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void daily429StopsNoReads() {
        server.on(CREATE, Reply.json(429, "Retry-After: 25\r\n", "{\"error\":{\"code\":429,\"message\":\"per day\"}}"));
        server.on(CREDITS, Reply.json(200, "{\"data\":{\"total_credits\":1,\"total_usage\":1}}"));
        createFailure();

        client.openRouter.credits();

        assertThat(client.time.nanos()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys-modify-api-rpm-v2", "Too many requests per minute", "wordplay", "Today is busy"})
    void limitOfASimilarNameIsNotTheDailyQuota(String message) {
        server.on(CREATE, Reply.error(429, message));

        assertThat(createFailure()).isInstanceOf(Failure.RateLimited.class);
    }

    @Test
    void dailyLimitOnReadsIsNotRepeatedEither() {
        server.on(CREDITS, Reply.error(429, "100 per day"));

        assertThat(failure(client.openRouter::credits))
                .isEqualTo(new Failure.RateLimited("OpenRouter answered 429: 100 per day", Duration.ofMinutes(105)));
        assertThat(server.requests()).hasSize(1);
    }

    private Failure createFailure() {
        return failure(() -> client.openRouter.createKey(Samples.keyRequest()));
    }
}
