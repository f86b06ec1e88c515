package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingPreferencesTest {
    private static String json(CompilerScenario scenario) {
        return RoutingPreferences.of(scenario.rules(), scenario.compiled()).json();
    }

    @Test
    void saysLittleWhereEverythingIsAllowed() {
        assertThat(json(start().data(true, false)))
                .isEqualTo("{\"allow_fallbacks\":true,\"data_collection\":\"allow\"}");
    }

    @Test
    void namesTheAllowedProvidersByAlphabet() {
        assertThat(json(start().providers("openai", "anthropic")))
                .isEqualTo(
                        "{\"allow_fallbacks\":true,\"data_collection\":\"deny\",\"only\":[\"anthropic\",\"openai\"]}");
    }

    @Test
    void keepsThePolicysOrderWhereThereAreNoFallbacks() {
        assertThat(json(start().providers("venice", "mistral", "google-vertex", "mistral")
                        .countries("US", "SG", "DE", "FR")
                        .withoutFallbacks()
                        .data(false, true)))
                .isEqualTo(
                        "{\"allow_fallbacks\":false,\"data_collection\":\"deny\","
                                + "\"only\":[\"google-vertex\",\"mistral\"],\"order\":[\"mistral\",\"google-vertex\"],\"zdr\":true}");
    }

    @Test
    void escapesWhatJsonDemands() {
        assertThat(new RoutingPreferences(List.of("a\"b\\c\n"), List.of(), true, true, false).json())
                .contains("[\"a\\u0022b\\u005cc\\u000a\"]");
    }
}
