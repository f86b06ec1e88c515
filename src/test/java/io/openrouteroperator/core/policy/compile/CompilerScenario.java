package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.CatalogueGrowth;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.CompiledClassification.NothingAllowed;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Unresolved;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A classification and a small catalogue, varied one part at a time. */
record CompilerScenario(
        ProviderRules providers,
        ModelRules models,
        DataRules data,
        @Nullable SpendLimit limit,
        CatalogueGrowth growth,
        @Nullable PreviousCompilation previous,
        Catalogue catalogue) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final Catalogue CATALOGUE = Catalogue.withoutEndpoints(
            List.of(
                    new Provider("openai", "OpenAI", "US", List.of("US")),
                    new Provider("anthropic", "Anthropic", "US", List.of("US", "DE")),
                    new Provider("google-vertex", "Google", "US", List.of("US", "SG", "DE")),
                    new Provider("google-ai-studio", "Google AI Studio", "US", List.of()),
                    new Provider("mistral", "Mistral", "FR", List.of("FR")),
                    new Provider("venice", "Venice", null, List.of("US")),
                    new Provider("chutes", "Chutes", "US", null)),
            List.of(
                    new Model("openai/gpt-5", "openai/gpt-5-2025-08-07", null),
                    new Model("openai/gpt-5-latest", "openai/gpt-5-2025-08-07", null),
                    new Model("openai/gpt-oss", "openai/gpt-oss", null),
                    new Model("openai/gpt-oss:free", "openai/gpt-oss", null),
                    new Model("openai/gpt-old", "openai/gpt-old", TODAY),
                    new Model("anthropic/claude", "anthropic/claude-20250929", TODAY.plusDays(1)),
                    new Model("anthropic/claude:thinking", "anthropic/claude-20250929", null),
                    new Model("mistralai/small", "mistralai/small-2506", null)),
            List.of(
                    new Endpoint("google-vertex", "anthropic/claude-20250929"),
                    new Endpoint("mistral", "mistralai/small-2506"),
                    new Endpoint("venice", "openai/gpt-oss")));

    static CompilerScenario start() {
        return new CompilerScenario(
                ProviderRules.allowing("*"),
                new ModelRules(List.of("*"), List.of(), true),
                DataRules.standard(),
                null,
                CatalogueGrowth.FOLLOW,
                null,
                CATALOGUE);
    }

    CompilerScenario providers(String... allow) {
        return providers(ProviderRules.allowing(allow));
    }

    CompilerScenario providers(ProviderRules changed) {
        return new CompilerScenario(changed, models, data, limit, growth, previous, catalogue);
    }

    CompilerScenario denyProviders(String... deny) {
        return providers(new ProviderRules(
                providers.allow(), List.of(deny), providers.countries(), providers.allowFallbacks(), false));
    }

    CompilerScenario countries(String... countries) {
        return providers(new ProviderRules(
                providers.allow(), providers.deny(), List.of(countries), providers.allowFallbacks(), false));
    }

    CompilerScenario withoutFallbacks() {
        return providers(new ProviderRules(providers.allow(), providers.deny(), providers.countries(), false, false));
    }

    CompilerScenario models(String... allow) {
        return models(new ModelRules(List.of(allow), models.deny(), models.allowFree()));
    }

    CompilerScenario denyModels(String... deny) {
        return models(new ModelRules(models.allow(), List.of(deny), models.allowFree()));
    }

    CompilerScenario allowFree(boolean allowFree) {
        return models(new ModelRules(models.allow(), models.deny(), allowFree));
    }

    CompilerScenario models(ModelRules changed) {
        return new CompilerScenario(providers, changed, data, limit, growth, previous, catalogue);
    }

    CompilerScenario data(boolean training, boolean zeroDataRetention, String... redact) {
        DataRules changed = new DataRules(training, zeroDataRetention, List.of(redact));
        return new CompilerScenario(providers, models, changed, limit, growth, previous, catalogue);
    }

    CompilerScenario limit(SpendLimit changed) {
        return new CompilerScenario(providers, models, data, changed, growth, previous, catalogue);
    }

    CompilerScenario hold() {
        return new CompilerScenario(providers, models, data, limit, CatalogueGrowth.HOLD, previous, catalogue);
    }

    CompilerScenario after(@Nullable PreviousCompilation changed) {
        return new CompilerScenario(providers, models, data, limit, growth, changed, catalogue);
    }

    CompilerScenario after(Compiled compiled) {
        return after(PreviousCompilation.of(compiled));
    }

    CompilerScenario in(Catalogue changed) {
        return new CompilerScenario(providers, models, data, limit, growth, previous, changed);
    }

    CompilerScenario endpoints(Map<String, List<Endpoint>> endpoints) {
        return in(new Catalogue(catalogue.providers(), catalogue.models(), catalogue.zeroDataRetention(), endpoints));
    }

    ClassificationRules rules() {
        return new ClassificationRules(
                "secret", LabelMatcher.everything(), providers, models, data, limit, RotationOverride.none(), null);
    }

    CompiledClassification outcome() {
        return PolicyCompiler.compile(new CompilerInput(rules(), "guardrail", growth, previous, TODAY), catalogue);
    }

    Compiled compiled() {
        CompiledClassification outcome = outcome();
        assertThat(outcome).isInstanceOf(Compiled.class);
        return (Compiled) outcome;
    }

    NothingAllowed nothingAllowed() {
        CompiledClassification outcome = outcome();
        assertThat(outcome).isInstanceOf(NothingAllowed.class);
        return (NothingAllowed) outcome;
    }

    List<String> problems() {
        CompiledClassification outcome = outcome();
        assertThat(outcome).isInstanceOf(Unresolved.class);
        return ((Unresolved) outcome)
                .problems().stream().map(problem -> problem.toString()).toList();
    }

    /** The reasons by provider. */
    static Map<String, String> reasons(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.toMap(Verdict::name, Verdict::reason));
    }

    static AllowList only(String... names) {
        return AllowList.only(List.of(names));
    }
}
