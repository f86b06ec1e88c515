package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an answer costs, and who is refused because it is spent. */
class ChatSpendingTest extends SimulatorTestBase {
    private static final String PAID = "openai/gpt-4o";
    private static final String FREE = "meta-llama/llama-3.3-70b-instruct:free";

    private final Chat chat = new Chat(api);

    @Test
    void countsCostIntoKeyAccountAndGeneration() {
        String key = newKey("one");
        ApiClient.Reply reply = chat.ask(key, PAID, "");
        BigDecimal cost = reply.body().at("/usage/cost").decimalValue();

        assertThat(cost).isPositive();
        assertThat(simulator.keys().getFirst().usage()).isEqualByComparingTo(cost);
        assertThat(api.get("/credits").data().path("total_usage").decimalValue())
                .isEqualByComparingTo(cost);
        String id = reply.raw().headers().firstValue("X-Generation-Id").orElseThrow();
        assertThat(reply.body().path("id").asText()).isEqualTo(id);
        JsonNode generation = api.as(key).get("/generation?id=" + id).data();
        assertThat(generation.path("total_cost").decimalValue()).isEqualByComparingTo(cost);
        assertThat(generation.path("provider_responses")).hasSize(1);
        assertThat(api.get("/generation?id=gen-unknown").status()).isEqualTo(404);
    }

    @Test
    void refusesPaidModelsUnderALimitOfZeroButNotFreeOnes() {
        String key = newKey("one");
        api.patch("/keys/" + Simulator.hashOf(key), "{\"limit\":0}");

        ApiClient.Reply refused = chat.ask(key, PAID, "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorMessage()).startsWith("Key limit exceeded (total limit)");
        assertThat(chat.ask(key, FREE, "").status()).isEqualTo(200);
        assertThat(api.as(key).get("/models/user").status()).isEqualTo(200);
    }

    @Test
    void refusesOnceTheLimitIsSpentUntilItsReset() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
        String key = newKey("one");
        api.patch("/keys/" + Simulator.hashOf(key), "{\"limit\":1,\"limit_reset\":\"daily\"}");
        simulator.dashboard().spend(Simulator.hashOf(key), BigDecimal.ONE);

        assertThat(chat.ask(key, PAID, "").errorMessage()).startsWith("Key limit exceeded (daily limit)");
        simulator.time().set(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(chat.ask(key, PAID, "").status()).isEqualTo(200);
    }

    @Test
    void refusesOnceTheGuardrailsBudgetIsSpentByThisKey() {
        String key = guarded("\"limit_usd\":1,\"reset_interval\":\"monthly\"");
        String other = newKey("other");
        assign(simulator.guardrails().getFirst().id(), Simulator.hashOf(other));
        simulator.dashboard().spend(Simulator.hashOf(key), BigDecimal.ONE);

        assertThat(chat.ask(key, PAID, "").status()).isEqualTo(403);
        assertThat(chat.ask(other, PAID, "").status()).isEqualTo(200);
    }

    @Test
    void refusesWithoutCredits() {
        String key = newKey("one");
        simulator.dashboard().setCredits(BigDecimal.ZERO);

        assertThat(chat.ask(key, PAID, "").status()).isEqualTo(402);
    }
}
