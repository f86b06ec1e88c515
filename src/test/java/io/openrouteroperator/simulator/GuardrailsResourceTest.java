package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GuardrailsResourceTest extends SimulatorTestBase {

    @Test
    void refusesEmptyLists() {
        assertThat(api.post("/guardrails", "{\"name\":\"one\",\"allowed_providers\":[]}")
                        .status())
                .isEqualTo(400);
        expectBreach("allowed_providers");
    }

    @Test
    void takesNullAsEverything() {
        String id = newGuardrail("\"allowed_providers\":null");
        String key = newKey("one");
        assign(id, Simulator.hashOf(key));

        assertThat(api.as(key).get("/models/user").data())
                .hasSameSizeAs(api.get("/models").data());
    }

    @Test
    void storesLastingModelNamesOnceInTheOrderGiven() {
        JsonNode stored = api.get(
                        "/guardrails/"
                                + newGuardrail(
                                        "\"allowed_models\":[\"openai/gpt-4o\",\"anthropic/claude-opus-4.8\",\"openai/gpt-4o-20241120\"]"))
                .data()
                .path("allowed_models");

        assertThat(stored)
                .extracting(JsonNode::asText)
                .containsExactly("openai/gpt-4o-20241120", "anthropic/claude-opus-4.8-20260528");
    }

    @Test
    void keepsTheFreeVariantApart() {
        String id = newGuardrail("\"allowed_models\":[\"deepseek/deepseek-r1-0528:free\"]");

        assertThat(api.get("/guardrails/" + id)
                        .data()
                        .path("allowed_models")
                        .get(0)
                        .asText())
                .isEqualTo("deepseek/deepseek-r1-0528:free");
    }

    @Test
    void refusesAnUnknownModelByName() {
        ApiClient.Reply refused = api.post("/guardrails", "{\"name\":\"one\",\"allowed_models\":[\"no/such-model\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).isEqualTo("Invalid allowed_models: no/such-model");
    }

    @Test
    void wantsBudgetAndResetTogether() {
        assertThat(api.post("/guardrails", "{\"name\":\"one\",\"limit_usd\":5}").status())
                .isEqualTo(400);
        String id = newGuardrail("\"limit_usd\":5,\"reset_interval\":\"daily\"");
        assertThat(api.patch("/guardrails/" + id, "{\"limit_usd\":6}").status()).isEqualTo(400);
        assertThat(api.patch("/guardrails/" + id, "{\"limit_usd\":null,\"reset_interval\":null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        String id = newGuardrail("\"allowed_providers\":[\"azure\"],\"enforce_zdr_openai\":true");

        JsonNode changed = api.patch("/guardrails/" + id, "{\"name\":\"two\"}").data();
        assertThat(changed.path("allowed_providers").get(0).asText()).isEqualTo("azure");
        assertThat(changed.path("enforce_zdr_openai").asBoolean()).isTrue();
    }

    @Test
    void spreadsTheOldZdrFieldOverGroupsNotNamed() {
        JsonNode stored = api.get("/guardrails/" + newGuardrail("\"enforce_zdr\":true,\"enforce_zdr_google\":false"))
                .data();

        assertThat(stored.path("enforce_zdr_openai").asBoolean()).isTrue();
        assertThat(stored.path("enforce_zdr_other").asBoolean()).isTrue();
        assertThat(stored.path("enforce_zdr_google").asBoolean()).isFalse();
    }

    @Test
    void refusesRegularExpressionsThatCouldRunAway() {
        ApiClient.Reply refused = api.post(
                "/guardrails", "{\"name\":\"one\",\"content_filters\":[{\"pattern\":\"(a+)+\",\"action\":\"block\"}]}");

        assertThat(refused.errorMessage()).isEqualTo("invalid_regex_pattern");
    }

    @Test
    void doesNotKnowTheDefaultGuardrailBeforeItsFirstChange() {
        String id = defaultGuardrailId();

        assertThat(api.get("/guardrails/" + id).status()).isEqualTo(404);
        assertThat(api.patch("/guardrails/" + id, "{\"allowed_providers\":[\"azure\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/guardrails/" + id).data().path("name").asText())
                .startsWith("Workspace ")
                .endsWith(" Default");
        assertThat(api.get("/guardrails").body().path("total_count").asInt()).isZero();
    }

    @Test
    void refusesToRenameTheDefaultGuardrail() {
        assertThat(api.patch("/guardrails/" + defaultGuardrailId(), "{\"name\":\"mine\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pagesListsAndTellsTheTotal() {
        for (int i = 0; i < 3; i++) {
            newGuardrail("");
        }

        ApiClient.Reply page = api.get("/guardrails?offset=1&limit=1");
        assertThat(page.data()).hasSize(1);
        assertThat(page.body().path("total_count").asInt()).isEqualTo(3);
    }

    @Test
    void freesItsKeysWhenDeleted() {
        String id = newGuardrail("\"allowed_providers\":[\"azure\"]");
        String key = newKey("one");
        assign(id, Simulator.hashOf(key));

        assertThat(api.delete("/guardrails/" + id).status()).isEqualTo(200);
        assertThat(simulator.assignments()).isEmpty();
        assertThat(api.as(key).get("/models/user").data())
                .hasSameSizeAs(api.get("/models").data());
        assertThat(api.delete("/guardrails/" + id).status()).isEqualTo(404);
    }

    private String defaultGuardrailId() {
        return api.get("/workspaces/default")
                .data()
                .path("default_guardrail_id")
                .asText();
    }
}
