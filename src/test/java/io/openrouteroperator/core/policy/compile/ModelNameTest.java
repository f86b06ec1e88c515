package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {
    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5,         openai/gpt-5-2025-08-07, openai/gpt-5-2025-08-07",
        "deepseek/r1:free,     deepseek/r1-0528,        deepseek/r1-0528:free",
        "deepseek/r1:free,     deepseek/r1-0528:free,   deepseek/r1-0528:free",
        "anthropic/c:thinking, anthropic/c-2,           anthropic/c-2:thinking"
    })
    void joinsCanonicalSlugAndVariant(String id, String canonicalSlug, String name) {
        assertThat(ModelName.of(new Model(id, canonicalSlug, null))).isEqualTo(name);
    }
}
