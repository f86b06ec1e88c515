package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DestinationsResourceTest extends SimulatorTestBase {

    private static final String ALL = "/observability/destinations";

    @Test
    void masksSecretsAndTakesTheMaskForTheSecret() {
        String id = create("first").data().path("id").asText();
        String masked = api.get(ALL + "/" + id).data().at("/config/apiKey").asText();
        assertThat(masked).startsWith("****").doesNotContain("secret");

        api.patch(ALL + "/" + id, "{\"config\":{\"apiKey\":\"" + masked + "\",\"mlApp\":\"other\"}}");
        assertThat(api.get(ALL + "/" + id).data().at("/config/apiKey").asText()).isEqualTo(masked);
        assertThat(api.get(ALL + "/" + id).data().at("/config/mlApp").asText()).isEqualTo("other");
    }

    @Test
    void holdsFiveOfOneType() {
        for (int i = 0; i < 5; i++) {
            assertThat(create("number " + i).status()).isEqualTo(201);
        }

        assertThat(create("number 6").status()).isEqualTo(409);
        assertThat(api.get(ALL).body().path("total_count").asInt()).isEqualTo(5);
    }

    @Test
    void refusesAnEmptyListOfKeys() {
        String id = create("first").data().path("id").asText();

        assertThat(api.patch(ALL + "/" + id, "{\"api_key_hashes\":[]}").status())
                .isEqualTo(400);
        expectBreach("api_key_hashes");
    }

    @Test
    void deletesOnceAndThenKnowsNothing() {
        String id = create("first").data().path("id").asText();

        assertThat(api.delete(ALL + "/" + id).status()).isEqualTo(200);
        assertThat(api.delete(ALL + "/" + id).status()).isEqualTo(404);
    }

    private ApiClient.Reply create(String name) {
        return api.post(
                ALL,
                "{\"name\":\"" + name
                        + "\",\"type\":\"datadog\",\"config\":{\"apiKey\":\"secret-1234\",\"mlApp\":\"app\"}}");
    }
}
