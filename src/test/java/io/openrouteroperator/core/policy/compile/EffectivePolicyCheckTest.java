package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.EffectivePolicyCheck.Exceeds;
import io.openrouteroperator.core.policy.compile.EffectivePolicyCheck.NothingUsable;
import io.openrouteroperator.core.policy.compile.EffectivePolicyCheck.Within;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectivePolicyCheckTest {
    private static final Compiled ALLOWED =
            start().models("openai/gpt-5", "openai/gpt-oss").compiled();
    private static final Model GPT = new Model("openai/gpt-5", "openai/gpt-5-2025-08-07", null);
    private static final Model ALIAS = new Model("openai/gpt-5-latest", "openai/gpt-5-2025-08-07", null);
    private static final Model OSS = new Model("openai/gpt-oss", "openai/gpt-oss", null);
    private static final Model FREE = new Model("openai/gpt-oss:free", "openai/gpt-oss", null);

    @Test
    void provesAKeyThatMayUseOnlyWhatIsAllowed() {
        assertThat(EffectivePolicyCheck.check(List.of(GPT, OSS), ALLOWED))
                .isEqualTo(new Within(2, Fingerprint.of(List.of("openai/gpt-5-2025-08-07", "openai/gpt-oss"))));
    }

    @Test
    void givesTheSameHashWhateverTheOrderAndTheAlias() {
        assertThat(EffectivePolicyCheck.check(List.of(OSS, ALIAS, GPT), ALLOWED))
                .isEqualTo(EffectivePolicyCheck.check(List.of(GPT, OSS), ALLOWED));
    }

    @Test
    void seesAFreeVariantBehindTheSameCanonicalSlug() {
        assertThat(EffectivePolicyCheck.check(List.of(GPT, OSS, FREE), ALLOWED))
                .isEqualTo(new Exceeds(List.of("openai/gpt-oss:free")));
    }

    @Test
    void takesAnythingWhenEverythingIsAllowed() {
        assertThat(EffectivePolicyCheck.check(List.of(FREE, new Model("x/new", "x/new", null)), start().compiled()))
                .isInstanceOf(Within.class);
    }

    @Test
    void tellsAKeyThatMayUseNothing() {
        assertThat(EffectivePolicyCheck.check(List.of(), ALLOWED)).isEqualTo(new NothingUsable());
    }
}
