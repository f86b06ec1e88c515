package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.ServedRequest;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InferenceCallsTest {
    private static final String CHAT = "POST /api/v1/chat/completions";
    private static final SecretValue KEY = SecretValue.of("sk-or-v1-" + "5".repeat(64));
    private static final String ANSWER = """
            {"id":"gen-1","object":"chat.completion","created":1,"model":"openai/gpt-5","choices":[],"system_fingerprint":null%s}""";

    private static final String METADATA = """
            ,"usage":{"cost":0.000012},"openrouter_metadata":{"endpoints":{"available":[
            {"provider":"Azure","selected":false},{"provider":"OpenAI","selected":true}]}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForVeryLittleWithTheServicesOwnKey() {
        server.on(CHAT, Reply.json(200, ANSWER.formatted("")));

        client.openRouter.ask(KEY, "openai/gpt-5", "azure");
        client.openRouter.ask(KEY, "openai/gpt-5", null);

        assertThat(server.requests()).extracting(ScriptedServer.Request::body).containsExactly("""
                        {"model":"openai/gpt-5","max_completion_tokens":16,"messages":[{"role":"user","content":"Say OK."}],"provider":{"only":["azure"]}}""", """
                        {"model":"openai/gpt-5","max_completion_tokens":16,"messages":[{"role":"user","content":"Say OK."}]}""");
        assertThat(server.requests().getFirst().headers())
                .containsEntry("authorization", "Bearer " + KEY.reveal())
                .containsEntry("x-openrouter-metadata", "enabled");
    }

    @Test
    void tellsWhoServedItAndForHowMuchWhereOpenRouterDoes() {
        server.on(CHAT, Reply.json(200, ANSWER.formatted(METADATA)), Reply.json(200, ANSWER.formatted("")));

        assertThat(client.openRouter.ask(KEY, "openai/gpt-5", null))
                .isEqualTo(new ServedRequest("openai/gpt-5", "OpenAI", new BigDecimal("0.000012")));
        assertThat(client.openRouter.ask(KEY, "openai/gpt-5", null))
                .isEqualTo(new ServedRequest("openai/gpt-5", null, null));
    }

    @Test
    void isSentOnceWhateverHappens() {
        server.on(CHAT, Reply.error(502, "bad gateway"), Reply.json(200, ANSWER.formatted("")));

        assertThat(failure(() -> client.openRouter.ask(KEY, "openai/gpt-5", null)))
                .isInstanceOf(Failure.ServerError.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRefusalHasOpenRoutersWords() {
        server.on(CHAT, Reply.error(404, "No endpoints available matching your guardrail restrictions"));

        assertThat(failure(() -> client.openRouter.ask(KEY, "openai/gpt-5", null)))
                .isEqualTo(new Failure.NotFound(
                        "OpenRouter answered 404: No endpoints available matching your guardrail restrictions"));
    }
}
