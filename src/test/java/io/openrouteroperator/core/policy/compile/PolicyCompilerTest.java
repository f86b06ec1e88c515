package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.CATALOGUE;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.only;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.reasons;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.ContentFilter;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyCompilerTest {
    @Test
    void leavesEverythingOpenWhenNothingIsRestricted() {
        var compiled = start().compiled();

        assertThat(compiled.settings().providers()).isEqualTo(AllowList.everything());
        assertThat(compiled.settings().models()).isEqualTo(AllowList.everything());
        assertThat(compiled.providers()).hasSize(7);
        assertThat(compiled.models()).contains("openai/gpt-oss:free").doesNotContain("openai/gpt-old");
    }

    @Test
    void listsModelsOnceProvidersAreRestricted() {
        var settings = start().providers("anthropic").compiled().settings();

        assertThat(settings.providers()).isEqualTo(only("anthropic"));
        assertThat(settings.models()).isInstanceOf(AllowList.Only.class);
    }

    @Test
    void expandsGlobsByAlphabet() {
        var compiled = start().providers("google-*", "anthropic")
                .models("openai/*")
                .denyModels("*:free")
                .compiled();

        assertThat(compiled.providers()).containsExactly("anthropic", "google-ai-studio", "google-vertex");
        assertThat(compiled.models()).containsExactly("openai/gpt-5-2025-08-07", "openai/gpt-oss");
        assertThat(reasons(compiled.providerVerdicts())).containsEntry("google-vertex", "allowed by 'google-*'");
    }

    @Test
    void letsDenyWinOverAllow() {
        var compiled =
                start().providers("*").denyProviders("google-*", "venice").compiled();

        assertThat(compiled.providers()).containsExactly("anthropic", "chutes", "mistral", "openai");
        assertThat(reasons(compiled.providerVerdicts()))
                .containsEntry("venice", "denied by 'venice'")
                .containsEntry("google-vertex", "denied by 'google-*'");
    }

    @Test
    void wantsHeadquartersAndAllDatacentersInside() {
        var compiled = start().countries("us", "DE").compiled();

        assertThat(compiled.providers()).containsExactly("anthropic", "openai");
        assertThat(reasons(compiled.providerVerdicts()))
                .containsEntry("google-vertex", "it has datacenters in SG, outside DE, US")
                .containsEntry("google-ai-studio", "the places of its datacenters are not known")
                .containsEntry("chutes", "the places of its datacenters are not known")
                .containsEntry("venice", "its headquarters are not known")
                .containsEntry("mistral", "its headquarters are in FR, outside DE, US");
    }

    @Test
    void keepsOnlyEndpointsWithoutRetention() {
        var compiled = start().data(false, true).denyProviders("venice").compiled();

        assertThat(compiled.providers()).containsExactly("google-vertex", "mistral");
        assertThat(compiled.models())
                .containsExactly(
                        "anthropic/claude-20250929", "anthropic/claude-20250929:thinking", "mistralai/small-2506");
        assertThat(compiled.settings().zeroDataRetention()).isTrue();
        assertThat(reasons(compiled.providerVerdicts())).containsEntry("openai", "has no endpoint that keeps no data");
    }

    @Test
    void takesNoPaidEndpointAsEvidenceForAFreeVariant() {
        assertThat(start().data(false, true).providers("venice").compiled().models())
                .containsExactly("openai/gpt-oss");
    }

    @Test
    void dropsModelsThatNoAllowedProviderServes() {
        var compiled = start().providers("anthropic")
                .models("openai/gpt-5", "openai/gpt-oss", "anthropic/claude")
                .endpoints(Map.of(
                        "openai/gpt-oss", List.of(new Endpoint("chutes", "openai/gpt-oss")),
                        "openai/gpt-5", List.of(new Endpoint("openai", "openai/gpt-5-2025-08-07")),
                        "anthropic/claude", List.of(new Endpoint("anthropic", "anthropic/claude-20250929"))))
                .compiled();

        // One alias of gpt-5 has unknown endpoints, so nothing can be said about the model.
        assertThat(compiled.models()).containsExactly("anthropic/claude-20250929", "openai/gpt-5-2025-08-07");
        assertThat(compiled.excludedModels())
                .containsExactly(Verdict.dropped("openai/gpt-oss", "is not served by an allowed provider"));
    }

    @Test
    void dropsModelsOnTheDayTheyEnd() {
        var compiled = start().models("openai/gpt-old", "anthropic/claude").compiled();

        assertThat(compiled.models()).containsExactly("anthropic/claude-20250929");
        assertThat(compiled.excludedModels())
                .containsExactly(Verdict.dropped("openai/gpt-old", "is no longer offered"));
    }

    @Test
    void writesFlagsAndFiltersOut() {
        var settings = start().data(true, false, "phone", "Email").compiled().settings();

        assertThat(settings.training()).isTrue();
        assertThat(settings.freeModelPublication()).isTrue();
        assertThat(settings.redactions()).containsExactly(new ContentFilter("email"), new ContentFilter("phone"));
        assertThat(start().data(true, false)
                        .allowFree(false)
                        .compiled()
                        .settings()
                        .freeModelPublication())
                .isFalse();
        assertThat(start().compiled().settings().training()).isFalse();
    }

    @Test
    void givesTheGuardrailABudgetOnlyWithAnInterval() {
        var weekly = new SpendLimit(BigDecimal.TEN, ResetInterval.WEEKLY);

        assertThat(start().limit(weekly).compiled().settings().limit()).isEqualTo(weekly);
        assertThat(start().limit(new SpendLimit(BigDecimal.TEN, ResetInterval.NEVER))
                        .compiled()
                        .settings()
                        .limit())
                .isNull();
        assertThat(start().compiled().settings().limit()).isNull();
    }

    @Test
    void saysWhyNoProviderIsLeft() {
        var nothing = start().providers("mistral", "venice").countries("DE").nothingAllowed();

        assertThat(nothing.reasons())
                .containsExactly(
                        "provider mistral: its headquarters are in FR, outside DE",
                        "provider venice: its headquarters are not known");
        assertThat(nothing.providerVerdicts()).extracting(Verdict::kept).containsExactly(false, false);
        assertThat(start().denyProviders("*").nothingAllowed().reasons()).containsExactly("7 providers: denied by '*'");
        assertThat(start().providers(new String[0]).nothingAllowed().reasons())
                .containsExactly("no provider is allowed by the policy");
    }

    @Test
    void saysWhyNoModelIsLeft() {
        assertThat(start().models("openai/gpt-oss:free")
                        .allowFree(false)
                        .nothingAllowed()
                        .reasons())
                .containsExactly("model openai/gpt-oss:free: is free, and allowFree is false");
        assertThat(start().providers("mistral")
                        .data(false, true)
                        .models("anthropic/*")
                        .nothingAllowed()
                        .reasons())
                .containsExactly("model anthropic/claude-20250929, anthropic/claude-20250929:thinking: "
                        + "has no endpoint that keeps no data at an allowed provider");
    }

    @Test
    void refusesToConcludeAnythingFromAnEmptyCatalogue() {
        var noProviders = Catalogue.withoutEndpoints(List.of(), CATALOGUE.models(), List.of());
        var noModels = Catalogue.withoutEndpoints(CATALOGUE.providers(), List.of(), List.of());

        assertThat(start().in(noProviders).problems())
                .containsExactly("spec.classifications[secret]: cannot be compiled: OpenRouter's catalogue is empty");
        assertThat(start().in(noModels).problems()).hasSize(1);
    }

    @Test
    void changesTheRevisionWithTheSettingsOnly() {
        String revision = start().compiled().revision();

        assertThat(revision)
                .matches("[0-9a-f]{12}-[0-9a-f]{12}")
                .isEqualTo(start().compiled().revision());
        assertThat(start().allowFree(false).compiled().revision()).isNotEqualTo(revision);
        assertThat(start().limit(new SpendLimit(BigDecimal.ONE, ResetInterval.DAILY))
                        .compiled()
                        .revision())
                .isNotEqualTo(revision);
    }
}
