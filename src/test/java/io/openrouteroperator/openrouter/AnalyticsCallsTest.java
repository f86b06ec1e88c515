package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.openrouter.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyticsCallsTest {
    private static final String QUERY = "POST /api/v1/analytics/query";
    private static final Instant FROM = Instant.parse("2026-11-28T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-28T09:30:00.5Z");
    private static final String ANSWER = """
            {"data":{"data":[%s],"metadata":{"query_time_ms":42,"row_count":1,"truncated":%s},"warnings":[%s]}}""";
    private static final String ROW = """
            {"provider":"OpenAI","model":"openai/gpt-5","request_count":"12","total_usage":0.5}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksWhichKeysCalled() throws JsonProcessingException {
        answer("{\"api_key_id\":\"by hand\",\"request_count\":\"12\",\"total_usage\":1.5},"
                + "{\"api_key_id\":null,\"request_count\":3,\"total_usage\":null}");

        assertThat(client.openRouter.callingKeys(FROM, NOW).rows())
                .containsExactly(new CallingKey("by hand", 12), new CallingKey("", 3));
        assertAsked("""
                {"metrics":["request_count","total_usage"],"dimensions":["api_key_id"],
                "time_range":{"start":"2026-11-28T00:00:00Z","end":"2026-11-28T09:30:00Z"},"limit":10000}""");
    }

    @Test
    void asksByHashWhatOneKeyWasServed() throws JsonProcessingException {
        answer(ROW);

        var analysis = client.openRouter.served(Samples.hash(1), FROM, NOW);

        assertThat(analysis.isWhole()).isTrue();
        assertThat(analysis.rows())
                .containsExactly(new ActivityRow(
                        LocalDate.of(2026, 11, 28),
                        "openai/gpt-5",
                        "openai/gpt-5",
                        "OpenAI",
                        12,
                        new BigDecimal("0.5"),
                        BigDecimal.ZERO));
        assertAsked("""
                {"metrics":["request_count","total_usage"],"dimensions":["provider","model"],
                "time_range":{"start":"2026-11-28T00:00:00Z","end":"2026-11-28T09:30:00Z"},
                "filters":[{"field":"api_key_id","operator":"eq","value":"%s"}],"limit":10000}""".formatted(Samples.hash(1).value()));
    }

    /** It is not said whether the rows are the key's or everybody's. */
    @Test
    void rowsOfAKeyThatOpenRouterCannotFindAreNobodys() {
        server.on(QUERY, Reply.json(200, ANSWER.formatted(ROW, "false", "\"Could not resolve api_key_id hash: abc\"")));

        var analysis = client.openRouter.served(Samples.hash(1), FROM, NOW);

        assertThat(analysis.rows()).isEmpty();
        assertThat(analysis.gaps()).containsExactly("Could not resolve api_key_id hash: abc");
    }

    @Test
    void answerThatWasCutOffIsNotWhole() {
        server.on(QUERY, Reply.json(200, ANSWER.formatted(ROW, "true", "")));

        var analysis = client.openRouter.served(Samples.hash(1), FROM, NOW);

        assertThat(analysis.rows()).hasSize(1);
        assertThat(analysis.gaps()).containsExactly("the answer was cut off after 1 rows");
    }

    @Test
    void rowThatDoesNotSayWhoServedIsAGap() {
        answer(ROW + ",{\"provider\":null,\"model\":\"openai/gpt-5\",\"request_count\":\"1\",\"total_usage\":0}");

        var analysis = client.openRouter.served(Samples.hash(1), FROM, NOW);

        assertThat(analysis.rows()).hasSize(1);
        assertThat(analysis.gaps()).containsExactly("some rows do not say who served what");
    }

    @Test
    void answerThatDoesNotSayWhetherItIsWholeIsNone() {
        server.on(QUERY, Reply.json(200, "{\"data\":{\"data\":[]}}"));

        assertThat(failure(() -> client.openRouter.callingKeys(FROM, NOW))).isInstanceOf(Failure.ServerError.class);
    }

    private void answer(String rows) {
        server.on(QUERY, Reply.json(200, ANSWER.formatted(rows, "false", "")));
    }

    private void assertAsked(String body) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        assertThat(server.requests()).hasSize(1);
        assertThat(json.readTree(server.requests().getFirst().body())).isEqualTo(json.readTree(body));
    }
}
