package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardrailNameTest {
    @Test
    void readsLikeWhatItIsFor() {
        assertThat(GuardrailName.of("c1", "corporate", "secret", "ws-9")).isEqualTo("k8s/c1/corporate/secret/ws-9");
    }

    @Test
    void shortensLongNamesWithoutConfusingThem() {
        String longName = "p".repeat(253);

        String one = GuardrailName.of("c1", longName, "secret", "ws");
        String other = GuardrailName.of("c1", longName, "secret", "wt");

        assertThat(one).hasSize(200).isNotEqualTo(other).isEqualTo(GuardrailName.of("c1", longName, "secret", "ws"));
    }

    @Test
    void replacesForeignCharactersWithoutConfusingNames() {
        assertThat(GuardrailName.of("c", "p", "größe", "w"))
                .matches("k8s/c/p/gr__e/w~[0-9a-f]{12}")
                .isNotEqualTo(GuardrailName.of("c", "p", "grüße", "w"));
    }
}
