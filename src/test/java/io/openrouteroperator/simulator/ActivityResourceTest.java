package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityResourceTest extends SimulatorTestBase {

    @BeforeEach
    void begin() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void showsADayOnlyOnceItIsOver() {
        ask(newKey("one"));
        assertThat(api.get("/activity").data()).isEmpty();

        simulator.time().advance(Duration.ofDays(1));
        JsonNode rows = api.get("/activity").data();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("date").asText()).isEqualTo("2026-11-24");
        assertThat(rows.get(0).path("model_permaslug").asText()).isEqualTo("openai/gpt-4o-20241120");
    }

    @Test
    void forgetsAfterThirtyDays() {
        ask(newKey("one"));

        simulator.time().advance(Duration.ofDays(30));
        assertThat(api.get("/activity").data()).hasSize(1);
        simulator.time().advance(Duration.ofDays(1));
        assertThat(api.get("/activity").data()).isEmpty();
    }

    @Test
    void keepsTheRowsOfDeletedKeys() {
        String key = newKey("one");
        ask(key);
        String hash = Simulator.hashOf(key);
        api.delete("/keys/" + hash);
        simulator.time().advance(Duration.ofDays(1));

        assertThat(api.get("/activity?api_key_hash=" + hash).data()).hasSize(1);
        assertThat(api.get("/activity?api_key_hash=" + "0".repeat(64)).data()).isEmpty();
    }

    @Test
    void addsUpRowsOfOneDayModelAndEndpoint() {
        String key = newKey("one");
        ask(key);
        ask(key);
        ask(newKey("two"));
        simulator.time().advance(Duration.ofDays(1));

        JsonNode row = api.get("/activity?date=2026-11-24").data().get(0);
        assertThat(row.path("requests").asInt()).isEqualTo(3);
        assertThat(row.has("workspace_id")).isFalse();
        assertThat(api.get("/activity?group_by=workspace").data().get(0).has("workspace_id"))
                .isTrue();
    }

    @Test
    void showsRowsAddedByHand() {
        new ServedCalls(simulator).add(LocalDate.parse("2026-11-20"), "0".repeat(64), "xAI", 1);

        assertThat(api.get("/activity").data().get(0).path("provider_name").asText())
                .isEqualTo("xAI");
    }

    @Test
    void refusesWhatIsNoDate() {
        ask(newKey("one"));
        simulator.time().advance(Duration.ofDays(1));

        assertThat(api.get("/activity?date=yesterday").status()).isEqualTo(400);
    }

    private void ask(String key) {
        ApiClient.Reply reply = api.as(key)
                .post(
                        "/chat/completions",
                        "{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
        assertThat(reply.status()).isEqualTo(200);
    }
}
