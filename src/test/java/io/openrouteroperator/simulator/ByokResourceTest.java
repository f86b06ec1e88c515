package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ByokResourceTest extends SimulatorTestBase {

    @Test
    void neverTellsTheSecret() {
        ApiClient.Reply created = api.post("/byok", "{\"provider\":\"azure\",\"key\":\"azure-secret-1234\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().toString()).doesNotContain("azure-secret");
        assertThat(created.data().path("label").asText()).endsWith("1234");
        assertThat(api.get("/byok?provider=azure").data()).hasSize(1);
        assertThat(api.get("/byok?provider=openai").data()).isEmpty();
    }

    @Test
    void admitsHashesOfLiveKeysOnly() {
        String live = Simulator.hashOf(newKey("live"));
        String gone = Simulator.hashOf(newKey("gone"));
        String id = create(live, gone).data().path("id").asText();
        assertThat(id).isNotBlank();
        api.delete("/keys/" + gone);

        ApiClient.Reply refused =
                api.patch("/byok/" + id, "{\"allowed_api_key_hashes\":[\"" + live + "\",\"" + gone + "\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).startsWith("Invalid allowed_api_key_hashes");
        assertThat(api.patch("/byok/" + id, "{\"allowed_api_key_hashes\":[\"" + live + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnEmptyListOfHashes() {
        assertThat(api.post("/byok", "{\"provider\":\"azure\",\"key\":\"k\",\"allowed_api_key_hashes\":[]}")
                        .status())
                .isEqualTo(400);
        expectBreach("allowed_api_key_hashes");
    }

    @Test
    void servesTheNamedKeysFirstAndChargesThemNothing() {
        String key = newKey("one");
        create(Simulator.hashOf(key));

        ApiClient.Reply reply = api.as(key)
                .post(
                        "/chat/completions",
                        "{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
        assertThat(reply.body().at("/usage/is_byok").asBoolean()).isTrue();
        assertThat(simulator.keys().getFirst().usage()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(api.as(key).get("/key").data().path("byok_usage").decimalValue())
                .isPositive();
    }

    @Test
    void deletesOnceAndThenKnowsNothing() {
        String id = api.post("/byok", "{\"provider\":\"azure\",\"key\":\"k\"}")
                .data()
                .path("id")
                .asText();

        assertThat(api.delete("/byok/" + id).status()).isEqualTo(200);
        assertThat(api.delete("/byok/" + id).status()).isEqualTo(404);
    }

    private ApiClient.Reply create(String... hashes) {
        return api.post(
                "/byok",
                "{\"provider\":\"azure\",\"key\":\"k\",\"allowed_api_key_hashes\":[\"" + String.join("\",\"", hashes)
                        + "\"]}");
    }
}
