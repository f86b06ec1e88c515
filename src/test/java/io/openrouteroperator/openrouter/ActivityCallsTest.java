package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityCallsTest {
    private static final String ACTIVITY = "GET /api/v1/activity";
    private static final String ROW = """
            {"date":"%s","model":"openai/gpt-4.1","model_permaslug":"openai/gpt-4.1-2025-04-14","endpoint_id":"550e",
            "provider_name":"OpenAI","usage":0.015,"byok_usage_inference":0.012,"requests":%s,"prompt_tokens":50,
            "completion_tokens":125,"reasoning_tokens":25,"new_field":{"a":1}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsRowsOfTheWholeAccountInOneCall() {
        server.on(ACTIVITY, Reply.json(200, Samples.data("[" + ROW.formatted("2026-11-23", "5") + "]")));

        assertThat(client.openRouter.activity())
                .containsExactly(new ActivityRow(
                        LocalDate.of(2026, 11, 23),
                        "openai/gpt-4.1",
                        "openai/gpt-4.1-2025-04-14",
                        "OpenAI",
                        5,
                        new BigDecimal("0.015"),
                        new BigDecimal("0.012")));
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst().query()).isEmpty();
    }

    @Test
    void readsRowsOfOneKeyByItsHash() {
        server.on(ACTIVITY, Reply.json(200, Samples.data("[]")));

        assertThat(client.openRouter.activity(Samples.hash(1))).isEmpty();

        assertThat(server.requests().getFirst().query())
                .containsOnlyKeys("api_key_hash")
                .containsEntry("api_key_hash", Samples.hash(1).value());
    }

    @Test
    void toleratesTimesOfDayAndCountsAsText() {
        server.on(ACTIVITY, Reply.json(200, Samples.data("[" + ROW.formatted("2026-11-23 00:00:00", "\"7\"") + "]")));

        assertThat(client.openRouter.activity())
                .singleElement()
                .satisfies(row -> assertThat(row.date()).isEqualTo("2026-11-23"))
                .satisfies(row -> assertThat(row.requests()).isEqualTo(7));
    }

    @Test
    void rowThatDoesNotSayWhoServedIsNoAnswer() {
        server.on(
                ACTIVITY,
                Reply.json(200, Samples.data("[{\"date\":\"2026-11-23\",\"model\":\"a/b\",\"requests\":1}]")));

        assertThat(failure(() -> client.openRouter.activity())).isInstanceOf(Failure.ServerError.class);
    }

    @Test
    void dayThatIsNoneIsNoAnswer() {
        server.on(ACTIVITY, Reply.json(200, Samples.data("[" + ROW.formatted("yesterday", "5") + "]")));

        assertThat(failure(() -> client.openRouter.activity())).isInstanceOf(Failure.ServerError.class);
    }
}
