package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeySelfDescription;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCallsTest {
    private static final String KEYS = "/api/v1/keys";
    private static final KeyHash HASH = Samples.hash(1);
    private static final String ONE_KEY = KEYS + "/" + HASH.value();

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void createTakesThePlaintextFromTheTopLevel() {
        server.on("POST " + KEYS, Reply.json(201, Samples.minted()));

        MintedKey minted = client.openRouter.createKey(Samples.keyRequest());

        assertThat(minted.value().matches(Samples.KEY)).isTrue();
        assertThat(minted.key().hash()).isEqualTo(Samples.KEY.hash());
    }

    @Test
    void createSendsEveryFieldAndTheExpiryWithSeconds() {
        server.on("POST " + KEYS, Reply.json(201, Samples.minted()));

        client.openRouter.createKey(Samples.keyRequest());

        assertThat(server.requests().getFirst().body())
                .isEqualTo("{\"name\":\"k8s/prod/shop/checkout/1a2b3c4d-2-xyz\",\"limit\":0,\"limit_reset\":\"weekly\","
                        + "\"include_byok_in_limit\":true,\"expires_at\":\"2027-03-01T23:59:00Z\",\"workspace_id\":\""
                        + Samples.WORKSPACE + "\"}");
    }

    @Test
    void readsEveryFieldOfAKey() {
        server.on("GET " + ONE_KEY, Reply.json(200, Samples.data(Samples.key(HASH))));

        RemoteKey key = client.openRouter.findKey(HASH).orElseThrow();

        assertThat(key)
                .isEqualTo(new RemoteKey(
                        HASH,
                        "name-of-" + HASH,
                        "sk-or-v1-abc...def",
                        false,
                        new SpendLimit(new BigDecimal("20"), ResetInterval.WEEKLY),
                        new BigDecimal("12.5"),
                        new BigDecimal("7.5"),
                        new BigDecimal("0.1"),
                        new BigDecimal("7.5"),
                        Instant.parse("2026-11-20T10:30:00Z"),
                        Instant.parse("2027-03-01T23:59:07.123456Z"),
                        Samples.WORKSPACE,
                        null));
    }

    @Test
    void readsKeysOfNewerAndOlderServers() {
        String terse = """
                {"hash":"%s","name":"n","limit":null,"limit_reset":"fortnightly","usage":"3.25","created_at":"2026-11-20T10:30:00Z",
                "last_used_at":"2026-11-21T00:00:00.5+00:00","external_user":null,"brand_new":{"deep":[1]}}""".formatted(HASH.value());
        server.on("GET " + ONE_KEY, Reply.json(200, Samples.data(terse)));

        RemoteKey key = client.openRouter.findKey(HASH).orElseThrow();

        assertThat(key.limit()).isNull();
        assertThat(key.usage()).isEqualByComparingTo("3.25");
        assertThat(key.expiresAt()).isNull();
        assertThat(key.lastUsedAt()).isEqualTo(Instant.parse("2026-11-21T00:00:00.5Z"));
    }

    @Test
    void readsAnUnknownResetIntervalAsTheStrictest() {
        String odd = Samples.key(HASH).replace("\"weekly\"", "\"fortnightly\"");
        server.on("GET " + ONE_KEY, Reply.json(200, Samples.data(odd)));

        assertThat(client.openRouter.findKey(HASH).orElseThrow().limit())
                .isEqualTo(new SpendLimit(new BigDecimal("20"), ResetInterval.NEVER));
    }

    @Test
    void findsNothingWhereOpenRouterSays404() {
        server.on("GET " + ONE_KEY, Reply.error(404, "API key not found"));

        assertThat(client.openRouter.findKey(HASH)).isEmpty();
    }

    @Test
    void deletingAKeyAlreadyGoneIsSuccess() {
        server.on("DELETE " + ONE_KEY, Reply.error(404, "API key not found"));

        client.openRouter.deleteKey(HASH);

        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"deleted\":true}", "", "deleted"})
    void deletionIsDoneWhenTheStatusSaysSo(String body) {
        server.on("DELETE " + ONE_KEY, Reply.json(200, body));

        client.openRouter.deleteKey(HASH);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void changesOnlyWhatTheChangeSays() {
        server.on("PATCH " + ONE_KEY, Reply.json(200, Samples.data(Samples.key(HASH))));

        client.openRouter.changeKey(HASH, new KeyChange.SetDisabled(true));
        client.openRouter.changeKey(HASH, new KeyChange.Rename("new"));
        client.openRouter.changeKey(
                HASH, new KeyChange.SetLimit(new SpendLimit(new BigDecimal("20.00"), ResetInterval.NEVER)));

        assertThat(server.requests())
                .extracting(ScriptedServer.Request::body)
                .containsExactly(
                        "{\"disabled\":true}",
                        "{\"name\":\"new\"}",
                        "{\"limit\":20,\"limit_reset\":null,\"include_byok_in_limit\":true}");
    }

    @Test
    void describesAKeyWithThatKeyAndNotTheManagementKey() {
        server.on("GET /api/v1/key", Reply.json(200, Samples.data("""
                {"label":"sk-or-v1-abc...def","limit":null,"limit_remaining":null,"limit_reset":null,"is_free_tier":false,
                "is_management_key":false,"is_provisioning_key":false,"usage":0,"expires_at":null,"organization_id":null}""")));

        KeySelfDescription described = client.openRouter.describe(Samples.KEY);

        assertThat(described.managementKey()).isFalse();
        assertThat(server.requests().getFirst().headers())
                .containsEntry("authorization", "Bearer " + Samples.KEY.reveal());
    }

    @Test
    void tellsAManagementKeyByTheFlagAndNotByItsPrefix() {
        server.on("GET /api/v1/key", Reply.json(200, Samples.data("{\"label\":\"x\",\"is_management_key\":true}")));

        assertThat(client.openRouter.describeManagementKey().managementKey()).isTrue();
        assertThat(server.requests().getFirst().headers())
                .containsEntry("authorization", "Bearer " + Client.MANAGEMENT_KEY.reveal());
    }
}
