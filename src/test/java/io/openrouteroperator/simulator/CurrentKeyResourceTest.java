package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CurrentKeyResourceTest extends SimulatorTestBase {

    @Test
    void describesAKeyWithoutHashAndName() {
        JsonNode self = api.as(newKey("one")).get("/key").data();

        assertThat(self.has("hash")).isFalse();
        assertThat(self.has("name")).isFalse();
        assertThat(self.path("is_management_key").asBoolean()).isFalse();
        assertThat(self.path("label").asText()).matches("sk-or-v1-[0-9a-f]{3}\\.\\.\\.[0-9a-f]{4}");
    }

    @Test
    void tellsAManagementKeyByItsFlagOnly() {
        assertThat(simulator.managementKey()).startsWith("sk-or-v1-");
        assertThat(api.get("/key").data().path("is_management_key").asBoolean()).isTrue();
    }

    @Test
    void doesNotKnowUnknownDisabledExpiredOrRevokedKeys() {
        String disabled = newKey("disabled");
        simulator.dashboard().setKeyDisabled(Simulator.hashOf(disabled), true);
        String expiring = api.post("/keys", "{\"name\":\"one\",\"expires_at\":\"2030-01-01T00:00:00Z\"}")
                .body()
                .path("key")
                .asText();
        String manager = simulator.addManagementKey();
        assertThat(api.as(expiring).get("/key").status()).isEqualTo(200);
        assertThat(api.as(manager).get("/key").status()).isEqualTo(200);

        simulator.time().set(Instant.parse("2030-01-01T00:00:00Z"));
        simulator.revokeManagementKey(manager);
        assertThat(api.as("sk-or-v1-unknown").get("/key").status()).isEqualTo(401);
        assertThat(api.as(disabled).get("/key").status()).isEqualTo(401);
        assertThat(api.as(expiring).get("/key").status()).isEqualTo(401);
        assertThat(api.as(manager).get("/key").status()).isEqualTo(401);
        assertThat(api.as(null).get("/key").errorMessage()).isEqualTo("Missing Authentication header");
    }

    @Test
    void showsTheBudgetWithTheLeastLeft() {
        String key = newKey("one");
        api.patch("/keys/" + Simulator.hashOf(key), "{\"limit\":5}");
        String guardrail = newGuardrail("\"limit_usd\":3,\"reset_interval\":\"daily\"");
        assign(guardrail, Simulator.hashOf(key));

        JsonNode self = api.as(key).get("/key").data();
        assertThat(self.path("budgets")).hasSize(2);
        assertThat(self.at("/effective_budget/guardrail_id").asText()).isEqualTo(guardrail);
    }
}
