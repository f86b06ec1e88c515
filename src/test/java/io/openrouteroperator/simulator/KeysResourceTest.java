package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysResourceTest extends SimulatorTestBase {

    @Test
    void tellsThePlaintextOnceAtTheTopLevel() {
        ApiClient.Reply created = api.post("/keys", "{\"name\":\"one\"}");

        String plaintext = created.body().path("key").asText();
        assertThat(created.status()).isEqualTo(201);
        assertThat(plaintext).matches("sk-or-v1-[0-9a-f]{64}");
        assertThat(created.data().has("key")).isFalse();
        assertThat(api.get("/keys").body().toString()).doesNotContain(plaintext);
    }

    @Test
    void knowsAKeyByTheHashOfItsString() {
        ApiClient.Reply created = api.post("/keys", "{\"name\":\"one\"}");

        String hash = created.data().path("hash").asText();
        assertThat(hash).isEqualTo(Simulator.hashOf(created.body().path("key").asText()));
        assertThat(api.get("/keys/" + hash).data().path("name").asText()).isEqualTo("one");
    }

    @Test
    void acceptsTheSameNameTwice() {
        assertThat(newKey("same")).isNotEqualTo(newKey("same"));
        assertThat(names(api.get("/keys"))).containsExactly("same", "same");
    }

    @Test
    void listsPagesOfOneHundredNewestFirstWithoutTotal() {
        for (int i = 0; i < 101; i++) {
            newKey("key-" + i);
        }

        ApiClient.Reply first = api.get("/keys");
        assertThat(first.data()).hasSize(100);
        assertThat(names(first).getFirst()).isEqualTo("key-100");
        assertThat(first.body().has("total_count")).isFalse();
        assertThat(names(api.get("/keys?offset=100"))).containsExactly("key-0");
    }

    @Test
    void listsTheDefaultWorkspaceOnly() {
        String other = simulator.dashboard().createWorkspace("Other", "other");
        api.post("/keys", "{\"name\":\"elsewhere\",\"workspace_id\":\"" + other + "\"}");
        newKey("here");

        assertThat(names(api.get("/keys"))).containsExactly("here");
        assertThat(names(api.get("/keys?workspace_id=" + other))).containsExactly("elsewhere");
    }

    @Test
    void hidesDisabledKeysUnlessAskedForThem() {
        String hash = Simulator.hashOf(newKey("off"));
        api.patch("/keys/" + hash, "{\"disabled\":true}");

        assertThat(api.get("/keys").data()).isEmpty();
        assertThat(names(api.get("/keys?include_disabled=true"))).containsExactly("off");
        assertThat(api.get("/keys/" + hash).data().path("disabled").asBoolean()).isTrue();
    }

    @Test
    void hidesExpiredKeysUnlessAskedForThem() {
        createExpiring("2030-01-01T00:00:00Z");
        simulator.time().set(Instant.parse("2030-01-02T00:00:00Z"));

        assertThat(api.get("/keys").data()).isEmpty();
        assertThat(api.get("/keys?include_expired=true").data()).hasSize(1);
    }

    @Test
    void refusesToBearADisabledKey() {
        assertThat(api.post("/keys", "{\"name\":\"one\",\"disabled\":true}").status())
                .isEqualTo(400);
        expectBreach("client: POST /keys");
    }

    @Test
    void refusesToChangeTheExpiry() {
        String hash = Simulator.hashOf(newKey("one"));

        assertThat(api.patch("/keys/" + hash, "{\"expires_at\":\"2030-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        expectBreach("client: PATCH /keys/");
    }

    @Test
    void refusesAnExpiryWithoutSeconds() {
        assertThat(createExpiring("2030-01-01T00:00Z").status()).isEqualTo(400);
        expectBreach("client: POST /keys");
    }

    @Test
    void refusesAnExpiryOutsideUtc() {
        assertThat(createExpiring("2030-01-01T00:00:00+01:00").errorMessage()).contains("UTC");
    }

    @Test
    void readsTheExpiryBackSomeSecondsOff() {
        Instant asked = Instant.parse("2030-01-01T10:11:12Z");

        Instant stored = OffsetDateTime.parse(createExpiring(asked.toString())
                        .data()
                        .path("expires_at")
                        .asText())
                .toInstant();
        assertThat(stored).isNotEqualTo(asked).isBetween(asked.minusSeconds(60), asked.plusSeconds(60));
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        String hash = Simulator.hashOf(newKey("one"));
        api.patch("/keys/" + hash, "{\"limit\":5,\"limit_reset\":\"daily\"}");
        api.patch("/keys/" + hash, "{\"name\":\"two\"}");

        JsonNode key = api.get("/keys/" + hash).data();
        assertThat(key.path("name").asText()).isEqualTo("two");
        assertThat(key.path("limit").asInt()).isEqualTo(5);
        assertThat(key.path("limit_reset").asText()).isEqualTo("daily");
    }

    @Test
    void deletesOnceAndThenKnowsNothing() {
        String hash = Simulator.hashOf(newKey("one"));

        assertThat(api.delete("/keys/" + hash).body().path("deleted").asBoolean())
                .isTrue();
        assertThat(api.delete("/keys/" + hash).status()).isEqualTo(404);
        assertThat(api.get("/keys/" + hash).status()).isEqualTo(404);
    }

    @Test
    void refusesChangesOnceTheDaysRationIsUsedUp() {
        simulator.time().freeze(Instant.parse("2026-11-24T12:00:00Z"));
        String hash = Simulator.hashOf(newKey("one"));
        simulator.dashboard().setDailyKeyChanges(2);
        api.patch("/keys/" + hash, "{\"name\":\"two\"}");

        ApiClient.Reply refused = api.delete("/keys/" + hash);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().at("/error/metadata/limit_name").asText()).isEqualTo("keys-modify-api-rpd-v2");
        assertThat(refused.raw().headers().firstValue("X-RateLimit-Limit")).hasValue("2");
        assertThat(refused.raw().headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
        assertThat(refused.raw().headers().firstValue("X-RateLimit-Reset"))
                .hasValue(Long.toString(Instant.parse("2026-11-25T00:00:00Z").toEpochMilli()));
        assertThat(api.get("/keys").status()).isEqualTo(200);

        simulator.time().set(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(api.delete("/keys/" + hash).status()).isEqualTo(200);
    }

    @Test
    void admitsManagersOnly() {
        String inference = newKey("one");

        ApiClient.Reply refused = api.as(inference).post("/keys", "{\"name\":\"two\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorMessage()).isEqualTo("Only management keys can perform this operation");
        assertThat(api.as(inference).get("/keys").status()).isEqualTo(401);
        assertThat(api.as(null).get("/keys").status()).isEqualTo(401);
        assertThat(api.as("sk-or-v1-nobody").get("/keys").status()).isEqualTo(401);
    }

    private ApiClient.Reply createExpiring(String at) {
        return api.post("/keys", "{\"name\":\"expiring\",\"expires_at\":\"" + at + "\"}");
    }

    private static List<String> names(ApiClient.Reply reply) {
        List<String> names = new ArrayList<>();
        reply.data().forEach(key -> names.add(key.path("name").asText()));
        return names;
    }
}
