package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.only;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.AllowList;
import org.junit.jupiter.api.Test;

/** Which models the names and variants of a policy mean. */
class NamedModelsTest {
    @Test
    void neverAllowsAFreeModelByOmission() {
        var compiled = start().allowFree(false).compiled();

        assertThat(compiled.settings().providers()).isEqualTo(AllowList.everything());
        assertThat(compiled.settings().models())
                .isEqualTo(only(
                        "anthropic/claude-20250929",
                        "anthropic/claude-20250929:thinking",
                        "mistralai/small-2506",
                        "openai/gpt-5-2025-08-07",
                        "openai/gpt-oss"));
    }

    @Test
    void saysWhyAFreeModelNamedByThePolicyIsLeftOut() {
        var compiled = start().models("openai/gpt-oss:free", "openai/gpt-5")
                .allowFree(false)
                .compiled();

        assertThat(compiled.models()).containsExactly("openai/gpt-5-2025-08-07");
        assertThat(compiled.excludedModels())
                .containsExactly(Verdict.dropped("openai/gpt-oss:free", "is free, and allowFree is false"));
    }

    @Test
    void letsADenyOfOneAliasDenyTheModel() {
        assertThat(start().models("openai/gpt-5", "openai/gpt-oss")
                        .denyModels("openai/gpt-5-latest")
                        .compiled()
                        .models())
                .containsExactly("openai/gpt-oss");
    }

    @Test
    void keepsVariantsApart() {
        assertThat(start().models("anthropic/claude").compiled().models()).containsExactly("anthropic/claude-20250929");
        assertThat(start().models("openai/gpt-oss:free").compiled().models()).containsExactly("openai/gpt-oss:free");
        assertThat(start().denyModels("openai/gpt-oss").compiled().models())
                .contains("openai/gpt-oss:free")
                .doesNotContain("openai/gpt-oss");
    }

    @Test
    void acceptsCanonicalSlugsAndIds() {
        assertThat(start().models("openai/gpt-5-2025-08-07").compiled().models())
                .isEqualTo(start().models("openai/gpt-5").compiled().models());
    }
}
