package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyAssignmentsResourceTest extends SimulatorTestBase {

    private static final String NOBODY = "0".repeat(64);

    @Test
    void movesAKeyFromOneGuardrailToAnother() {
        String hash = Simulator.hashOf(newKey("one"));
        String first = newGuardrail("");
        String second = newGuardrail("");
        assign(first, hash);
        assign(second, hash);

        assertThat(simulator.keys().getFirst().guardrailId()).isEqualTo(second);
        assertThat(total("/guardrails/" + first + "/assignments/keys")).isZero();
        assertThat(total("/guardrails/assignments/keys")).isEqualTo(1);
    }

    @Test
    void skipsUnknownHashesAndCountsTheOthers() {
        String hash = Simulator.hashOf(newKey("one"));

        ApiClient.Reply reply = api.post(
                "/guardrails/" + newGuardrail("") + "/assignments/keys",
                "{\"key_hashes\":[\"" + hash + "\",\"" + NOBODY + "\"]}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("assigned_count").asInt()).isEqualTo(1);
    }

    @Test
    void refusesKeysOfAnotherWorkspace() {
        String other = simulator.dashboard().createWorkspace("Other", "other");
        String hash = api.post("/keys", "{\"name\":\"one\",\"workspace_id\":\"" + other + "\"}")
                .data()
                .path("hash")
                .asText();

        ApiClient.Reply refused = api.post(
                "/guardrails/" + newGuardrail("") + "/assignments/keys", "{\"key_hashes\":[\"" + hash + "\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).isEqualTo("Some keys do not belong to the same workspace as the guardrail");
        assertThat(simulator.assignments()).isEmpty();
    }

    @Test
    void takesKeysOfAnyWorkspaceUnderAGuardrailWithoutOne() {
        String other = simulator.dashboard().createWorkspace("Other", "other");
        String hash = api.post("/keys", "{\"name\":\"one\",\"workspace_id\":\"" + other + "\"}")
                .data()
                .path("hash")
                .asText();

        assign(simulator.dashboard().createLegacyGuardrail("old"), hash);
        assertThat(simulator.assignments()).hasSize(1);
    }

    @Test
    void refusesToAssignADefaultGuardrail() {
        String id = api.get("/workspaces/default")
                .data()
                .path("default_guardrail_id")
                .asText();

        ApiClient.Reply refused =
                api.post("/guardrails/" + id + "/assignments/keys", "{\"key_hashes\":[\"" + NOBODY + "\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).endsWith("apply to all unassigned keys automatically");
    }

    @Test
    void countsRowsOfDeletedKeysWithoutShowingThem() {
        String id = newGuardrail("");
        String gone = Simulator.hashOf(newKey("gone"));
        assign(id, Simulator.hashOf(newKey("stays")));
        assign(id, gone);
        api.delete("/keys/" + gone);

        ApiClient.Reply page = api.get("/guardrails/" + id + "/assignments/keys?limit=1");
        assertThat(page.data()).isEmpty();
        assertThat(page.body().path("total_count").asInt()).isEqualTo(2);
        assertThat(api.get("/guardrails/" + id + "/assignments/keys?offset=1&limit=1")
                        .data())
                .hasSize(1);
    }

    @Test
    void unassignsOnlyWhatIsUnderThisGuardrail() {
        String hash = Simulator.hashOf(newKey("one"));
        String holder = newGuardrail("");
        assign(holder, hash);

        assertThat(unassigned(newGuardrail(""), hash)).isZero();
        assertThat(unassigned(holder, hash)).isEqualTo(1);
        assertThat(unassigned(holder, hash)).isZero();
    }

    @Test
    void doesNotKnowTheAssignmentsOfAnUnknownGuardrail() {
        assertThat(api.get("/guardrails/00000000-0000-4000-8000-000000000000/assignments/keys")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsTheMembersOfAGuardrail() {
        String id = newGuardrail("");
        String members = "/guardrails/" + id + "/assignments/members";

        ApiClient.Reply assigned = api.post(members, "{\"member_user_ids\":[\"user_ann\"]}");

        assertThat(assigned.body().path("assigned_count").asInt()).isEqualTo(1);
        assertThat(api.get(members).data().findValuesAsText("user_id")).containsExactly("user_ann");
        assertThat(total("/guardrails/" + newGuardrail("") + "/assignments/members"))
                .isZero();
    }

    private int unassigned(String guardrailId, String hash) {
        return api.post(
                        "/guardrails/" + guardrailId + "/assignments/keys/remove",
                        "{\"key_hashes\":[\"" + hash + "\"]}")
                .body()
                .path("unassigned_count")
                .asInt();
    }

    private int total(String path) {
        return api.get(path).body().path("total_count").asInt();
    }
}
