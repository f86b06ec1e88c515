package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.spending.ActivityRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;

/** A frozen clock, requests to count and questions about them. */
abstract class AnalyticsTestBase extends SimulatorTestBase {

    /** The hash of a key that there never was. */
    protected static final String NOBODY = "0".repeat(64);

    @BeforeEach
    void begin() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** The answer to a query that is given as JSON without braces and with single quotes. */
    protected ApiClient.Reply query(String fields) {
        return api.post("/analytics/query", ("{" + fields + "}").replace('\'', '"'));
    }

    /** The rows of the answer, which is one. */
    protected JsonNode rows(String fields) {
        ApiClient.Reply reply = query(fields);
        assertThat(reply.status()).as(reply.errorMessage()).isEqualTo(200);
        assertThat(reply.data().at("/metadata/row_count").asInt())
                .isEqualTo(reply.data().path("data").size());
        return reply.data().path("data");
    }

    protected void ask(String key) {
        ask(key, "Hello");
    }

    protected void ask(String key, String text) {
        ApiClient.Reply reply = api.as(key)
                .post(
                        "/chat/completions",
                        "{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text
                                + "\"}]}");
        assertThat(reply.status()).isEqualTo(200);
    }

    /** Plants requests of a day. */
    protected void plant(String date, String keyHash, String provider, long requests) {
        simulator
                .dashboard()
                .addActivity(new ActivityRow(
                        LocalDate.parse(date),
                        keyHash,
                        "somewhere",
                        "x-ai/grok-4",
                        "x-ai/grok-4-20250709",
                        "endpoint",
                        provider,
                        new BigDecimal("0.25"),
                        new BigDecimal("0.5"),
                        requests,
                        10,
                        20));
    }
}
