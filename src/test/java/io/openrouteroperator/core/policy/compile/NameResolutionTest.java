package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameResolutionTest {
    @Test
    void suggestsTheNearestProvider() {
        assertThat(start().providers("openai", "antropic").problems())
                .containsExactly("spec.classifications[secret].providers.allow[1]: "
                        + "'antropic' is no provider of OpenRouter; did you mean 'anthropic'?");
        assertThat(start().providers("OpenAI").problems().getFirst()).endsWith("did you mean 'openai'?");
    }

    @Test
    void suggestsWhatContainsTheName() {
        assertThat(start().providers("google").problems().getFirst())
                .endsWith("; did you mean 'google-ai-studio' or 'google-vertex'?");
        assertThat(start().models("gpt-5").problems().getFirst())
                .endsWith("'gpt-5' is no model of OpenRouter; did you mean 'openai/gpt-5' or "
                        + "'openai/gpt-5-2025-08-07' or 'openai/gpt-5-latest'?");
    }

    @Test
    void suggestsNothingWhenNothingIsNear() {
        assertThat(start().providers("some-private-cloud").problems())
                .containsExactly("spec.classifications[secret].providers.allow[0]: "
                        + "'some-private-cloud' is no provider of OpenRouter");
    }

    @Test
    void findsGlobsThatAllowNothing() {
        assertThat(start().models("antropic/*").problems())
                .containsExactly("spec.classifications[secret].models.allow[0]: "
                        + "'antropic/*' matches no model; did you mean 'anthropic/*'?");
        assertThat(start().providers("azure*").problems().getFirst()).contains("'azure*' matches no provider");
    }

    @Test
    void letsAGlobDenyWhatDoesNotExistYetButNoMisspeltName() {
        assertThat(start().denyProviders("azure*")
                        .denyModels("*:beta")
                        .compiled()
                        .providers())
                .hasSize(7);
        assertThat(start().denyProviders("chute").problems())
                .containsExactly("spec.classifications[secret].providers.deny[0]: "
                        + "'chute' is no provider of OpenRouter; did you mean 'chutes'?");
        assertThat(start().denyModels("openai/gpt5").problems().getFirst())
                .startsWith("spec.classifications[secret].models.deny[0]");
    }

    @Test
    void collectsAllProblems() {
        assertThat(start().providers("x1", "x2")
                        .countries("US", "UK", "Europe")
                        .models("y")
                        .data(false, false, "mail")
                        .problems())
                .hasSize(6)
                .contains(
                        "spec.classifications[secret].providers.countries[1]: "
                                + "'UK' is not a country code; write ISO 3166-1 alpha-2 such as US or DE",
                        "spec.classifications[secret].data.redact[0]: 'mail' is not a filter of OpenRouter; write one of "
                                + "address, credit-card, email, ip-address, person-name, phone, ssn");
    }

    @Test
    void findsWrongCountriesEvenInRulesCompiledBefore() {
        var wrong = start().countries("UK");
        var previous = new PreviousCompilation(Revision.ofListRules(wrong.rules()), null);

        assertThat(wrong.after(previous).problems()).hasSize(1);
    }
}
