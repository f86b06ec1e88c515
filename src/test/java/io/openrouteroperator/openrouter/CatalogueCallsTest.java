package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.Workspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueCallsTest {
    private static final String MODELS = "GET /api/v1/models";
    private static final String ENDPOINT = """
            {"name":"n","provider_name":"Somebody New","tag":"%s","model_id":"%s","status":-7,"pricing":{"prompt":"0.1"}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final Client client = new Client(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsProvidersWithUnknownPlacesFromThoseWithNone() {
        server.on("GET /api/v1/providers", Reply.json(200, Samples.data("""
                [{"name":"OpenAI","slug":"openai","headquarters":"US","datacenters":["US","IE"],"privacy_policy_url":"https://openai.example/privacy","terms_of_service_url":null},
                {"name":"Nobody","slug":"nobody","headquarters":null,"datacenters":null},
                {"name":"Nowhere","slug":"nowhere","datacenters":[]}]""")));

        assertThat(client.openRouter.providers())
                .containsExactly(
                        new Provider(
                                "openai", "OpenAI", "US", List.of("US", "IE"), "https://openai.example/privacy", null),
                        new Provider("nobody", "Nobody", null, null),
                        new Provider("nowhere", "Nowhere", null, List.of()));
    }

    @Test
    void listsModelsOfEveryKind() {
        server.on(MODELS, Samples.page(1, model("a/b", "a/b-2026", "null")));

        client.openRouter.models();

        assertThat(server.requests().getFirst().query())
                .containsEntry("output_modalities", "all")
                .containsEntry("limit", "1000");
    }

    @Test
    void readsModelsPageByPage() {
        server.on(
                MODELS,
                Samples.page(1500, model("a/b:free", "a/b-2026:free", "\"2027-01-31\"")),
                Samples.page(1500, model("c/d", "c/d-2026", "\"2027-02-28T00:00:00Z\"")));

        List<Model> models = client.openRouter.models();

        assertThat(models)
                .containsExactly(
                        new Model("a/b:free", "a/b-2026:free", LocalDate.of(2027, 1, 31)),
                        new Model("c/d", "c/d-2026", LocalDate.of(2027, 2, 28)));
        assertThat(models.getFirst().free()).isTrue();
    }

    @Test
    void modelsWithoutACountEndWithAPageWithoutNews() {
        server.on(
                MODELS,
                Reply.json(200, Samples.data("[" + model("a/b", "a/b", "null") + "]")),
                Reply.json(200, Samples.data("[" + model("c/d", "c/d", "null") + "]")),
                Reply.json(200, Samples.data("[]")));

        assertThat(client.openRouter.models()).extracting(Model::id).containsExactly("a/b", "c/d");
    }

    @Test
    void asksForUsableModelsWithTheKeyItself() {
        server.on("GET /api/v1/models/user", Samples.page(1, model("a/b", "a/b-2026", "\"soon\"")));

        assertThat(client.openRouter.usableModels(Samples.KEY)).containsExactly(new Model("a/b", "a/b-2026", null));
        assertThat(server.requests().getFirst().headers())
                .containsEntry("authorization", "Bearer " + Samples.KEY.reveal());
    }

    @Test
    void joinsEndpointsByTheBaseOfTheirTag() {
        server.on(
                "GET /api/v1/endpoints/zdr",
                Reply.json(
                        200,
                        Samples.data("["
                                + ENDPOINT.formatted("google-vertex/us-east5", "a/b") + ","
                                + ENDPOINT.formatted("google-vertex", "a/b") + ","
                                + ENDPOINT.formatted("deepinfra/fp8/turbo", "c/d") + "]")));

        assertThat(client.openRouter.zeroDataRetentionEndpoints())
                .containsExactly(new Endpoint("google-vertex", "a/b"), new Endpoint("deepinfra", "c/d"));
    }

    @Test
    void endpointThatCannotBeJoinedDoesNotCount() {
        server.on(
                "GET /api/v1/endpoints/zdr",
                Reply.json(
                        200,
                        Samples.data("[" + ENDPOINT.formatted("", "a/b") + ","
                                + ENDPOINT.replace("\"tag\":\"%s\",", "").formatted("a/b") + "]")));

        assertThat(client.openRouter.zeroDataRetentionEndpoints()).isEmpty();
    }

    @Test
    void asksForTheEndpointsOfAVariant() {
        server.on(
                "GET /api/v1/models/a/b:free/endpoints",
                Reply.json(
                        200,
                        Samples.data(
                                "{\"id\":\"a/b\",\"endpoints\":[" + ENDPOINT.formatted("chutes", "a/b:free") + "]}")));

        assertThat(client.openRouter.endpoints("a/b:free")).containsExactly(new Endpoint("chutes", "a/b:free"));
    }

    @Test
    void namesCannotChangeThePath() {
        server.on("GET /api/v1/models/a/..%2F..%2Fkeys%3Fx/endpoints", Reply.error(404, "no such model"));

        assertThat(failure(() -> client.openRouter.endpoints("a/../../keys?x"))).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void readsMoneyAsDecimals() {
        server.on("GET /api/v1/credits", Reply.json(200, "{\"data\":{\"total_credits\":0.1,\"total_usage\":1e-7}}"));

        assertThat(client.openRouter.credits()).isEqualTo(new Credits(new BigDecimal("0.1"), new BigDecimal("1E-7")));
    }

    @Test
    void listsAllWorkspaces() {
        server.on(
                "GET /api/v1/workspaces",
                Samples.page(
                        101, "{\"id\":\"1\",\"slug\":\"default\",\"name\":\"Default\",\"default_guardrail_id\":\"g\"}"),
                Samples.page(101, "{\"id\":\"2\",\"slug\":\"payments\",\"name\":\"Payments\"}"));

        assertThat(client.openRouter.workspaces())
                .containsExactly(
                        new Workspace("1", "default", "Default", "g"),
                        new Workspace("2", "payments", "Payments", null));
    }

    private static String model(String id, String canonical, String expires) {
        return """
                {"id":"%s","canonical_slug":"%s","name":"M","pricing":{"prompt":"0.000001"},"expiration_date":%s,
                "supported_parameters":["tools","telepathy"]}""".formatted(id, canonical, expires);
    }
}
