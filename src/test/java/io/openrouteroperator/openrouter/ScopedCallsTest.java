package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopedCallsTest {
    private static final KeyHash HASH = Samples.hash(1);
    private static final String CREDENTIAL = """
            {"id":"c1","provider":"azure","workspace_id":null,"label":"sk-...1234","name":null,"disabled":false,
            "is_fallback":false,"allowed_models":null,"allowed_user_ids":null,"sort_order":0,"declared_zdr":true,
            "created_at":"2026-11-20T10:30:00Z","allowed_api_key_hashes":%s}""";
    private static final String DESTINATION = """
            {"id":"d1","type":"carrier-pigeon","workspace_id":"w","name":"siem","enabled":true,"config":{"apiKey":"x"},
            "api_key_hashes":%s}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsWhichKeysMayUseACredential() {
        server.on(
                "GET /api/v1/byok",
                Samples.page(2, CREDENTIAL.formatted("null"), CREDENTIAL.formatted("[\"" + HASH.value() + "\"]")));

        List<ProviderCredential> credentials = client.openRouter.listCredentials(Samples.WORKSPACE);

        assertThat(credentials)
                .extracting(ProviderCredential::keys)
                .containsExactly(KeyScope.all(), KeyScope.only(List.of(HASH)));
        assertThat(server.requests().getFirst().query()).containsEntry("workspace_id", Samples.WORKSPACE);
    }

    @Test
    void changesNothingOfACredentialButItsKeys() {
        server.on("PATCH /api/v1/byok/c1", Reply.json(200, Samples.data(CREDENTIAL.formatted("null"))));

        client.openRouter.limitCredential("c1", KeyScope.only(List.of(HASH)));
        client.openRouter.limitCredential("c1", KeyScope.all());

        assertThat(server.requests())
                .extracting(ScriptedServer.Request::body)
                .containsExactly(
                        "{\"allowed_api_key_hashes\":[\"" + HASH.value() + "\"]}", "{\"allowed_api_key_hashes\":null}");
    }

    @Test
    void refusesMoreKeysThanACredentialTakes() {
        KeyScope many = KeyScope.only(
                IntStream.rangeClosed(0, 100).mapToObj(Samples::hash).toList());

        assertThatIllegalArgumentException().isThrownBy(() -> client.openRouter.limitCredential("c1", many));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void cannotSayThatNoKeyMay() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyScope.only(List.of()));
    }

    @Test
    void readsDestinationsOfKindsItDoesNotKnow() {
        server.on("GET /api/v1/observability/destinations", Samples.page(1, DESTINATION.formatted("null")));

        assertThat(client.openRouter.listDestinations("w"))
                .containsExactly(new Destination("d1", "siem", "carrier-pigeon", "w", true, KeyScope.all()));
    }

    @Test
    void changesNothingOfADestinationButItsKeys() {
        server.on(
                "PATCH /api/v1/observability/destinations/d1",
                Reply.json(200, Samples.data(DESTINATION.formatted("[\"" + HASH.value() + "\"]"))));

        Destination changed = client.openRouter.limitDestination("d1", KeyScope.only(List.of(HASH)));

        assertThat(changed.keys().covers(HASH)).isTrue();
        assertThat(server.requests().getFirst().body()).isEqualTo("{\"api_key_hashes\":[\"" + HASH.value() + "\"]}");
    }
}
