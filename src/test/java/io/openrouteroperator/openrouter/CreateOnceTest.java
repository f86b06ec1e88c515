package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.core.openrouter.Failure;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps 1 and 2: a create goes out once, and its caller learns whether it may have happened. */
class CreateOnceTest {
    private static final String CREATE = "POST /api/v1/keys";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> waysOfLosingTheAnswer() {
        return Stream.of(
                Arguments.of("reset", Reply.reset()),
                Arguments.of("closed without a word", Reply.hangUp()),
                Arguments.of("truncated body", Reply.truncated(201, Samples.minted())),
                Arguments.of("malformed JSON", Reply.json(201, Samples.minted().replace("}", ""))),
                Arguments.of("nothing", Reply.json(201, "")),
                Arguments.of("two documents", Reply.json(201, Samples.minted() + Samples.minted())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysOfLosingTheAnswer")
    void createIsNotRepeatedWhenItsAnswerIsLost(String how, Reply reply) {
        server.on(CREATE, reply);

        Failure failure = failure(() -> client.openRouter.createKey(Samples.keyRequest()));

        assertThat(failure).as(how).isInstanceOf(Failure.AnswerLost.class);
        assertThat(failure.ambiguous()).isTrue();
        assertThat(server.requests(CREATE)).hasSize(1);
    }

    static Stream<Reply> answersThatNeverEnd() {
        return Stream.of(Reply.silence(), Reply.stalled(201, Samples.minted()));
    }

    @ParameterizedTest
    @MethodSource("answersThatNeverEnd")
    void createIsNotRepeatedWhenItsAnswerIsLate(Reply reply) {
        server.on(CREATE, reply);
        Client impatient = new Client(server.base(), Client.impatient());

        Failure failure = failure(() -> impatient.openRouter.createKey(Samples.keyRequest()));

        assertThat(failure).isEqualTo(new Failure.AnswerLost("no complete answer in time"));
        await().until(() -> !server.requests().isEmpty());
        assertThat(server.requests()).hasSize(1);
    }

    static Stream<Arguments> answersThatMayMeanItHappened() {
        return Stream.of(
                Arguments.of("500", Reply.error(500, "Internal Server Error")),
                Arguments.of("502 as HTML", Reply.full(502, "Content-Type: text/html\r\n", "<html>Bad Gateway</html>")),
                Arguments.of("503 that says when", Reply.json(503, "Retry-After: 1\r\n", "{}")),
                Arguments.of("no plaintext", Reply.json(201, Samples.data(Samples.key(Samples.KEY.hash())))),
                Arguments.of("plaintext where the docs once had it", Reply.json(201, "{\"data\":{\"key\":\"x\"}}")),
                Arguments.of("an error that says 200", Reply.error(200, "Upstream failed")),
                Arguments.of("redirect", Reply.full(307, "Location: /api/v1/key\r\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatMayMeanItHappened")
    void createIsNotRepeatedAfterAServerError(String how, Reply reply) {
        server.on(CREATE, reply);

        Failure failure = failure(() -> client.openRouter.createKey(Samples.keyRequest()));

        assertThat(failure).as(how).isInstanceOf(Failure.ServerError.class);
        assertThat(failure.ambiguous()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void createIsNotRepeatedWhenRateLimited() {
        server.on(
                CREATE, Reply.json(429, "Retry-After: 1\r\n", "{\"error\":{\"code\":429,\"message\":\"slow down\"}}"));

        Failure failure = failure(() -> client.openRouter.createKey(Samples.keyRequest()));

        assertThat(failure).isInstanceOf(Failure.RateLimited.class);
        assertThat(failure.ambiguous()).isFalse();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void createOfAGuardrailIsNotRepeatedEither() {
        server.on("POST /api/v1/guardrails", Reply.reset());

        Failure failure = failure(() -> client.openRouter.createGuardrail(Samples.WORKSPACE, Samples.settings()));

        assertThat(failure).isInstanceOf(Failure.AnswerLost.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void createDoesNotUseAKeptConnectionThatTheServerMayHaveClosed() {
        server.on("GET /api/v1/credits", credits().thenClose());
        server.on(CREATE, Reply.json(201, Samples.minted()));
        client.openRouter.credits();

        client.openRouter.createKey(Samples.keyRequest());

        assertThat(server.requests(CREATE))
                .singleElement()
                .satisfies(request -> assertThat(request.connection()).isEqualTo(2));
    }

    @Test
    void createNeverSharesAConnection() {
        server.on("GET /api/v1/credits", credits());
        server.on(CREATE, Reply.json(201, Samples.minted()));
        client.openRouter.credits();
        client.openRouter.createKey(Samples.keyRequest());
        client.openRouter.createKey(Samples.keyRequest());

        client.openRouter.credits();

        assertThat(server.requests())
                .extracting(ScriptedServer.Request::connection)
                .containsExactly(1, 2, 3, 1);
    }

    @Test
    void createThatFoundNobodyCertainlyDidNotHappen() {
        URI nobody = server.base();
        server.close();

        Failure failure = failure(() -> new Client(nobody).openRouter.createKey(Samples.keyRequest()));

        assertThat(failure).isInstanceOf(Failure.Unreachable.class);
        assertThat(failure.ambiguous()).isFalse();
    }

    private static Reply credits() {
        return Reply.json(200, "{\"data\":{\"total_credits\":100,\"total_usage\":1}}");
    }
}
