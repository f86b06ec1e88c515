package io.openrouteroperator.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One annotation for each Secret, which the API server accepts. */
class RolloutAnnotationTest {
    @Test
    void isNamedAfterTheSecret() {
        assertThat(RolloutAnnotation.name("checkout-openrouter"))
                .isEqualTo("secret.openrouter-operator.io/checkout-openrouter");
    }

    @Test
    void longNamesAreShortenedAndStayApart() {
        String beginning = "a".repeat(63);

        assertThat(RolloutAnnotation.name(beginning)).endsWith("/" + beginning);
        assertThat(RolloutAnnotation.name(beginning + ".one"))
                .matches("secret\\.openrouter-operator\\.io/a{50}-[0-9a-f]{12}")
                .isNotEqualTo(RolloutAnnotation.name(beginning + ".two"));
    }
}
