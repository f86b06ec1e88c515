package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** A fresh simulator for each test; breaches of the contract which a test did not make on purpose fail it. */
abstract class SimulatorTestBase {

    protected final Simulator simulator = Simulator.start();
    protected final ApiClient api = ApiClient.manager(simulator);

    @AfterEach
    void stopWithoutBreach() {
        simulator.close();
        assertThat(simulator.contractViolations()).isEmpty();
    }

    /** The plaintext of a new key of the default workspace. */
    protected String newKey(String name) {
        return api.post("/keys", "{\"name\":\"" + name + "\"}")
                .body()
                .path("key")
                .asText();
    }

    /** The id of a new guardrail with these further fields, given as JSON without braces. */
    protected String newGuardrail(String fields) {
        String more = fields.isEmpty() ? "" : "," + fields;
        ApiClient.Reply reply = api.post("/guardrails", "{\"name\":\"a guardrail\"" + more + "}");
        assertThat(reply.status()).isEqualTo(201);
        return reply.data().path("id").asText();
    }

    /** The plaintext of a new key under a guardrail with these fields. */
    protected String guarded(String fields) {
        String key = newKey("guarded");
        assign(newGuardrail(fields), Simulator.hashOf(key));
        return key;
    }

    protected void assign(String guardrailId, String keyHash) {
        ApiClient.Reply reply =
                api.post("/guardrails/" + guardrailId + "/assignments/keys", "{\"key_hashes\":[\"" + keyHash + "\"]}");
        assertThat(reply.body().path("assigned_count").asInt()).isEqualTo(1);
    }

    /** Says that the breach of the contract just made was on purpose. */
    protected void expectBreach(String part) {
        assertThat(simulator.contractViolations()).isNotEmpty().allMatch(line -> line.contains(part));
        simulator.forgetContractViolations();
    }
}
