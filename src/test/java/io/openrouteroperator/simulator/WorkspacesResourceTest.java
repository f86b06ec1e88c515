package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkspacesResourceTest extends SimulatorTestBase {

    @Test
    void findsAWorkspaceByIdAndBySlug() {
        String id = create("team-a");

        assertThat(api.get("/workspaces/" + id).data().path("slug").asText()).isEqualTo("team-a");
        assertThat(api.get("/workspaces/team-a").data().path("id").asText()).isEqualTo(id);
        assertThat(api.get("/workspaces/team-b").status()).isEqualTo(404);
    }

    @Test
    void tellsTheIdOfADefaultGuardrailThatDoesNotExistYet() {
        String id = create("team-a");

        String guardrail =
                api.get("/workspaces/" + id).data().path("default_guardrail_id").asText();
        assertThat(guardrail)
                .isNotBlank()
                .isEqualTo(api.get("/workspaces/" + id)
                        .data()
                        .path("default_guardrail_id")
                        .asText());
        assertThat(api.get("/guardrails/" + guardrail).status()).isEqualTo(404);
    }

    @Test
    void refusesATakenSlug() {
        create("team-a");

        assertThat(api.post("/workspaces", "{\"name\":\"again\",\"slug\":\"team-a\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void staysWhileKeysInItAreInUse() {
        String id = create("team-a");
        String hash = api.post("/keys", "{\"name\":\"one\",\"workspace_id\":\"" + id + "\"}")
                .data()
                .path("hash")
                .asText();

        assertThat(api.delete("/workspaces/" + id).status()).isEqualTo(400);
        api.patch("/keys/" + hash, "{\"disabled\":true}");
        assertThat(api.delete("/workspaces/" + id).status()).isEqualTo(200);
    }

    @Test
    void takesItsGuardrailsAlong() {
        String id = create("team-a");
        newGuardrail("\"workspace_id\":\"" + id + "\"");
        api.delete("/workspaces/" + id);

        assertThat(simulator.guardrails()).isEmpty();
    }

    @Test
    void demandsAWorkspaceOnceTheDefaultOneIsGone() {
        api.delete("/workspaces/default");

        assertThat(api.get("/keys").status()).isEqualTo(400);
        assertThat(api.post("/guardrails", "{\"name\":\"one\"}").status()).isEqualTo(400);
    }

    private String create(String slug) {
        return api.post("/workspaces", "{\"name\":\"Team\",\"slug\":\"" + slug + "\"}")
                .data()
                .path("id")
                .asText();
    }
}
