package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.KeyChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be repeated is, within bounds and at the server's pace; what would only fail again is not. */
class RepeatingTest {
    private static final String CREDITS = "GET /api/v1/credits";
    private static final Reply GOOD = Reply.json(200, "{\"data\":{\"total_credits\":100.5,\"total_usage\":\"1.25\"}}");
    private static final KeyHash HASH = Samples.hash(1);

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Reply> passingTroubles() {
        return Stream.of(
                Reply.reset(),
                Reply.hangUp(),
                Reply.truncated(200, GOOD.bytes()),
                Reply.json(200, "{\"data\":"),
                Reply.error(500, "Internal Server Error"),
                Reply.error(503, "overloaded"),
                Reply.error(429, "slow down"));
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void readIsRepeatedAfterPassingTrouble(Reply trouble) {
        server.on(CREDITS, trouble, GOOD);

        assertThat(client.openRouter.credits()).isEqualTo(new Credits(new BigDecimal("100.5"), new BigDecimal("1.25")));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void readIsRepeatedAfterSilence() {
        server.on(CREDITS, Reply.silence(), GOOD);

        new Client(server.base(), Client.impatient()).openRouter.credits();

        assertThat(server.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void readIsRepeatedThreeTimesAndNoMore() {
        server.on(CREDITS, Reply.error(500, "Internal Server Error"));

        assertThat(failure(client.openRouter::credits)).isInstanceOf(Failure.ServerError.class);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void waitsAreJitteredUnderADoublingCeiling() {
        server.on(CREDITS, Reply.error(500, "Internal Server Error"));

        failure(client.openRouter::credits);

        assertThat(client.time.slept())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 307})
    void readIsNotRepeatedWhenItWouldOnlyFailAgain(int status) {
        server.on(CREDITS, Reply.error(status, "no"));

        failure(client.openRouter::credits);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void idempotentChangesAreRepeated() {
        server.on(
                "PATCH /api/v1/keys/" + HASH.value(), Reply.reset(), Reply.json(200, Samples.data(Samples.key(HASH))));
        server.on(
                "POST /api/v1/guardrails/g/assignments/keys",
                Reply.error(502, "bad gateway"),
                Reply.json(200, "{\"assigned_count\":1}"));

        client.openRouter.changeKey(HASH, new KeyChange.SetDisabled(true));
        client.openRouter.assignKeys("g", Set.of(HASH));

        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void deletionWhoseAnswerWasLostEndsWell() {
        server.on("DELETE /api/v1/keys/" + HASH.value(), Reply.reset(), Reply.error(404, "API key not found"));

        client.openRouter.deleteKey(HASH);

        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "Tue, 24 Nov 2026 22:15:05 GMT"})
    void waitsAsLongAsTheServerAsks(String retryAfter) {
        server.on(CREDITS, Reply.json(429, "Retry-After: " + retryAfter + "\r\n", "{}"), GOOD);

        client.openRouter.credits();

        assertThat(Duration.ofNanos(client.time.nanos())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Tue, 24 Nov 2026 22:14:00 GMT", ""})
    void doesNotStumbleOverAStrangeRetryAfter(String retryAfter) {
        server.on(CREDITS, Reply.json(429, "Retry-After: " + retryAfter + "\r\n", "{}"), GOOD);

        client.openRouter.credits();

        assertThat(Duration.ofNanos(client.time.nanos())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void handsALongWaitToTheCallerInsteadOfBlocking() {
        server.on(CREDITS, Reply.json(429, "Retry-After: 3600\r\n", "{}"));

        Failure failure = failure(client.openRouter::credits);

        assertThat(failure).isEqualTo(new Failure.RateLimited("OpenRouter answered 429", Duration.ofHours(1)));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void oneCallersRetryAfterPausesAllCallers() {
        server.on(CREDITS, GOOD);
        server.on("POST /api/v1/keys", Reply.json(429, "Retry-After: 20\r\n", "{}"));
        failure(() -> client.openRouter.createKey(Samples.keyRequest()));

        client.openRouter.credits();

        assertThat(Duration.ofNanos(client.time.nanos())).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(client.meters
                        .get("openrouter.operator.api.throttled")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void refusesToSendDuringAPauseLongerThanItsPatience() {
        server.on(CREDITS, Reply.json(503, "Retry-After: 50\r\n", "{}"));

        failure(client.openRouter::credits);
        Failure failure = failure(client.openRouter::credits);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(50)));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void stopsWhenInterrupted() {
        server.on(CREDITS, Reply.silence());
        Thread.currentThread().interrupt();

        Failure failure = failure(client.openRouter::credits);

        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(failure).isInstanceOfAny(Failure.Unreachable.class, Failure.AnswerLost.class);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void countsAttemptsByOperationAndOutcome() {
        server.on(CREDITS, Reply.error(500, "Internal Server Error"), GOOD);

        client.openRouter.credits();

        assertThat(requests("server_error")).isEqualTo(1);
        assertThat(requests("ok")).isEqualTo(1);
        assertThat(client.meters.get("openrouter.operator.api.latency").timer().count())
                .isEqualTo(2);
    }

    private double requests(String outcome) {
        return client.meters
                .get("openrouter.operator.api.requests")
                .tags("account", "production", "operation", "credits", "outcome", outcome)
                .counter()
                .count();
    }
}
