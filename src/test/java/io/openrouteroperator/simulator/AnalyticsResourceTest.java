package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What analytics answer. */
class AnalyticsResourceTest extends AnalyticsTestBase {

    @Test
    void takesWhatItLists() {
        ask(newKey("one"));
        JsonNode meta = api.get("/analytics/meta").data();

        for (JsonNode metric : meta.path("metrics")) {
            assertThat(rows("'metrics':['" + metric.path("name").asText() + "']")
                            .get(0))
                    .hasSize(1);
        }
        for (JsonNode dimension : meta.path("dimensions")) {
            assertThat(rows("'metrics':['request_count'],'dimensions':['"
                                    + dimension.path("name").asText() + "']")
                            .get(0))
                    .hasSize(2);
        }
        for (JsonNode granularity : meta.path("granularities")) {
            assertThat(rows("'metrics':['request_count'],'granularity':'"
                                    + granularity.path("name").asText() + "'")
                            .get(0))
                    .hasSize(2);
        }
        assertThat(names(meta, "operators")).containsExactly("eq", "neq", "in", "not_in", "gt", "gte", "lt", "lte");
        assertThat(names(meta, "metrics")).contains("request_count", "total_usage", "guardrail_invoked_count");
        assertThat(names(meta, "dimensions")).contains("api_key_id", "provider", "model", "workspace");
    }

    @Test
    void knowsTodayAndCountsInStrings() {
        String key = newKey("one");
        ask(key);
        ask(key);

        JsonNode row =
                rows("'metrics':['request_count','tokens_total','total_usage','usage_web'],'dimensions':['api_key_id','provider']")
                        .get(0);

        assertThat(row.path("api_key_id").asText()).isEqualTo("one");
        assertThat(row.path("provider").asText()).isEqualTo("OpenAI");
        assertThat(row.path("request_count")).isEqualTo(text("2"));
        assertThat(row.path("tokens_total").isTextual()).isTrue();
        assertThat(row.path("total_usage").decimalValue())
                .isPositive()
                .isEqualByComparingTo(
                        api.get("/credits").data().path("total_usage").decimalValue());
        assertThat(row.path("usage_web").isNull()).isTrue();
    }

    @Test
    void paysForProviderKeysInTheTotal() {
        plant("2026-11-24", NOBODY, "xAI", 3);

        JsonNode row =
                rows("'metrics':['total_usage','byok_usage','credits_usage']").get(0);

        assertThat(row.path("total_usage").asDouble()).isEqualTo(0.75);
        assertThat(row.path("byok_usage").asDouble()).isEqualTo(0.5);
        assertThat(row.path("credits_usage").asDouble()).isEqualTo(0.25);
    }

    @Test
    void countsRequestsInWhichAFilterFoundSomething() {
        String key = newKey("one");
        assign(
                newGuardrail("\"content_filter_builtins\":[{\"slug\":\"email\",\"action\":\"redact\"}]"),
                Simulator.hashOf(key));
        ask(key, "write to me@example.com");
        ask(key, "Hello");

        JsonNode row =
                rows("'metrics':['request_count','guardrail_invoked_count']").get(0);
        assertThat(row.path("guardrail_invoked_count")).isEqualTo(text("1"));
        assertThat(row.path("request_count")).isEqualTo(text("2"));
    }

    @Test
    void mayBeHoursOld() {
        String key = newKey("one");
        ask(key);
        simulator.time().advance(Duration.ofHours(2));
        ask(key);
        simulator
                .faults()
                .add(new FaultRule("POST", "/analytics/query", 1, 1, new Fault.StaleList(Duration.ofHours(1))));

        ApiClient.Reply old = query("'metrics':['request_count']");
        assertThat(old.data().at("/data/0/request_count")).isEqualTo(text("1"));
        assertThat(old.data().path("cachedAt").asLong())
                .isEqualTo(simulator.time().instant().minus(Duration.ofHours(1)).toEpochMilli());
        ApiClient.Reply fresh = query("'metrics':['request_count']");
        assertThat(fresh.data().at("/data/0/request_count")).isEqualTo(text("2"));
        assertThat(fresh.data().has("cachedAt")).isFalse();
    }

    @Test
    void mayTimeOut() {
        simulator.faults().add(new FaultRule("POST", "/analytics/query", 1, 1, new Fault.Refused(408)));

        ApiClient.Reply reply = query("'metrics':['request_count']");
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.errorMessage()).isEqualTo("Operation timed out. Please try again later.");
    }

    @Test
    void isForManagementKeysOnly() {
        ApiClient service = api.as(newKey("one"));

        assertThat(service.get("/analytics/meta").status()).isEqualTo(403);
        assertThat(service.post("/analytics/query", "{\"metrics\":[\"request_count\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(api.as(null).get("/analytics/meta").status()).isEqualTo(401);
    }

    private static List<String> names(JsonNode meta, String list) {
        List<String> names = new ArrayList<>();
        meta.path(list).forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }
}
