package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.catalogue.Provider;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueResourceTest extends SimulatorTestBase {

    @Test
    void isAsLargeAsTheRealThing() {
        assertThat(api.get("/providers").data().size()).isGreaterThanOrEqualTo(60);
        assertThat(api.get("/models").data().size()).isGreaterThanOrEqualTo(300);
        assertThat(api.get("/endpoints/zdr").data().size()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void leavesLocationsOpenForSomeProviders() {
        JsonNode providers = api.get("/providers").data();

        assertThat(providers).anyMatch(provider -> provider.path("headquarters").isNull());
        assertThat(providers).anyMatch(provider -> provider.path("datacenters").isNull());
        assertThat(providers).anyMatch(provider -> provider.path("datacenters").size() > 1);
    }

    @Test
    void namesModelsForTodayAndForGood() {
        JsonNode models = api.get("/models").data();

        assertThat(models)
                .anyMatch(model -> !model.path("id")
                        .asText()
                        .equals(model.path("canonical_slug").asText()));
        assertThat(models).anyMatch(model -> model.path("id").asText().endsWith(":free"));
        assertThat(models).anyMatch(model -> model.path("expiration_date").isTextual());
        assertThat(models).allMatch(model -> model.at("/pricing/prompt").isTextual());
    }

    @Test
    void tellsEndpointsByTagWithRegionOrVariant() {
        JsonNode endpoints =
                api.get("/models/anthropic/claude-opus-4.8/endpoints").data().path("endpoints");

        assertThat(endpoints)
                .extracting(endpoint -> endpoint.path("tag").asText())
                .contains("anthropic", "amazon-bedrock/eu-central-1", "google-vertex/us-east5");
        assertThat(endpoints)
                .extracting(endpoint -> endpoint.path("provider_name").asText())
                .contains("Amazon Bedrock", "Google");
        assertThat(api.get("/models/no/such/endpoints").status()).isEqualTo(404);
    }

    @Test
    void listsOnlyEndpointsThatKeepNothing() {
        JsonNode endpoints = api.get("/endpoints/zdr").data();

        assertThat(endpoints)
                .extracting(endpoint -> endpoint.path("tag").asText())
                .contains("azure", "amazon-bedrock/us-east-1")
                .doesNotContain("anthropic", "openai", "xai", "google-ai-studio");
    }

    @Test
    void leavesAKeyTheModelsOfItsProviders() {
        String key = guarded("\"allowed_providers\":[\"azure\"]");

        Set<String> models = models(key);
        assertThat(models).contains("openai/gpt-4o").doesNotContain("openai/o1-pro", "anthropic/claude-opus-4.8");
    }

    @Test
    void takesIgnoredProvidersAndModelsAway() {
        String key = guarded("\"ignored_providers\":[\"azure\",\"openai\"],\"ignored_models\":[\"x-ai/grok-4\"]");

        assertThat(models(key)).contains("x-ai/grok-3").doesNotContain("openai/gpt-4o", "x-ai/grok-4");
    }

    @Test
    void leavesAKeyOnlyItsAllowedModels() {
        assertThat(models(guarded("\"allowed_models\":[\"openai/gpt-4o\"]"))).containsExactly("openai/gpt-4o");
    }

    @Test
    void demandsZeroRetentionForEachGroupOfModelsAlone() {
        Set<String> models = models(guarded("\"enforce_zdr_xai\":true,\"enforce_zdr_openai\":true"));

        assertThat(models).contains("openai/gpt-4o", "perplexity/sonar").doesNotContain("x-ai/grok-4", "openai/o1-pro");
    }

    @Test
    void refusesTrainingWhereTheGuardrailSaysNo() {
        Set<String> models = models(guarded("\"enable_free_model_training\":false"));

        assertThat(models)
                .contains("moonshotai/kimi-k2")
                .noneMatch(model -> model.equals("meta-llama/llama-3.3-70b-instruct:free"));
    }

    @Test
    void letsTheAccountRestrictEveryKey() {
        String key = newKey("one");
        simulator
                .dashboard()
                .editPrivacy(api.get("/guardrails/" + newGuardrail("\"enforce_zdr_xai\":true"))
                        .data());

        assertThat(models(key)).doesNotContain("x-ai/grok-4");
    }

    @Test
    void laysTheDefaultGuardrailOverAKeysOwn() {
        String key = guarded("\"allowed_providers\":[\"azure\",\"openai\"]");
        String id = api.get("/workspaces/default")
                .data()
                .path("default_guardrail_id")
                .asText();
        api.patch("/guardrails/" + id, "{\"ignored_providers\":[\"openai\"]}");

        assertThat(models(key)).contains("openai/gpt-4o").doesNotContain("openai/o1-pro");
    }

    @Test
    void hidesModelsPastTheirLastDay() {
        assertThat(models(newKey("one"))).contains("anthropic/claude-3.5-sonnet");
        simulator.time().set(Instant.parse("2026-12-21T00:00:00Z"));

        assertThat(models(newKey("two"))).doesNotContain("anthropic/claude-3.5-sonnet");
    }

    @Test
    void pagesModelsOnlyWhenAsked() {
        ApiClient.Reply page = api.get("/models?offset=1&limit=2");

        assertThat(page.data()).hasSize(2);
        assertThat(page.body().path("total_count").asInt()).isGreaterThanOrEqualTo(300);
        assertThat(page.body().at("/links/next").asText()).contains("offset=3");
        assertThat(api.get("/models").body().at("/links/next").isNull()).isTrue();
    }

    @Test
    void filtersModelsByRegionAndRetention() {
        assertThat(api.get("/models?zdr=true").data().size())
                .isLessThan(api.get("/models").data().size());
        assertThat(api.get("/models?region=eu&providers=nebius").data()).isNotEmpty();
        assertThat(api.get("/models?region=eu&providers=openai").data()).isEmpty();
    }

    @Test
    void followsAProviderThatLosesItsPolicy() {
        simulator.changeProvider(
                "azure",
                azure -> new Provider(
                        azure.slug(), azure.endpointName(), azure.headquarters(), azure.datacenters(), false, true));

        assertThat(api.get("/endpoints/zdr").data())
                .noneMatch(endpoint -> endpoint.path("tag").asText().startsWith("azure"));
    }

    @Test
    void showsTheCatalogueWithoutAKeyButNotAKeysShareOfIt() {
        assertThat(api.as(null).get("/models").status()).isEqualTo(200);
        assertThat(api.as(null).get("/providers").status()).isEqualTo(200);
        assertThat(api.as(null).get("/models/user").status()).isEqualTo(401);
    }

    private Set<String> models(String key) {
        Set<String> ids = new HashSet<>();
        api.as(key)
                .get("/models/user")
                .data()
                .forEach(model -> ids.add(model.path("id").asText()));
        return ids;
    }
}
