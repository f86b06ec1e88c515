package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ControlSurfaceTest extends SimulatorTestBase {

    private final ApiClient control = new ApiClient(simulator.controlUrl(), null);

    @Test
    void showsStateWithoutKeyMaterial() {
        String key = newKey("one");
        assign(newGuardrail(""), Simulator.hashOf(key));

        ApiClient.Reply state = control.get("/state");
        assertThat(state.body().path("keys")).hasSize(1);
        assertThat(state.body().path("guardrails")).hasSize(1);
        assertThat(state.body().path("assignments")).hasSize(1);
        assertThat(state.raw().body()).doesNotContain(key);
    }

    @Test
    void showsAndClearsTheLogWithoutItself() {
        newKey("one");
        assertThat(control.get("/log").body().path("requests")).hasSize(1);
        assertThat(control.get("/log").body().path("writes").asInt()).isEqualTo(1);

        control.delete("/log");
        assertThat(control.get("/log").body().path("requests")).isEmpty();
    }

    @Test
    void setsTimeAndFaults() {
        control.post("/time", "{\"set\":\"2027-01-01T00:00:00Z\",\"advance\":\"P1D\"}");
        assertThat(simulator.time().instant()).isAfterOrEqualTo(Instant.parse("2027-01-02T00:00:00Z"));

        control.post(
                "/faults",
                "{\"method\":\"GET\",\"path\":\"/keys\",\"kind\":\"rate-limited\",\"retry_after\":\"PT9S\"}");
        assertThat(api.get("/keys").raw().headers().firstValue("Retry-After")).hasValue("9");
        assertThat(control.post("/faults", "{\"kind\":\"no-such\"}").status()).isEqualTo(400);
    }

    @Test
    void editsByHand() {
        String hash = Simulator.hashOf(newKey("one"));
        String guardrail = newGuardrail("");
        assign(guardrail, hash);

        control.post("/keys/" + hash, "{\"disabled\":true}");
        assertThat(simulator.keys().getFirst().disabled()).isTrue();
        control.post("/guardrails/" + guardrail, "{\"allowed_providers\":[\"azure\"]}");
        assertThat(simulator.guardrails().getFirst().settings().path("allowed_providers"))
                .hasSize(1);
        control.delete("/assignments/" + hash);
        assertThat(simulator.assignments()).isEmpty();
        control.delete("/guardrails/" + guardrail);
        assertThat(simulator.guardrails()).isEmpty();
        control.delete("/keys/" + hash);
        assertThat(simulator.keys()).isEmpty();
        assertThat(control.get("/violations").body().path("violations")).isEmpty();
    }
}
