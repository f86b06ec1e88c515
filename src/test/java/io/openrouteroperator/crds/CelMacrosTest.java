package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CelMacrosTest {
    @Test
    void leavesPlainCelAlone() {
        assertThat(CelMacros.expand("self.matches('^a$')")).isEqualTo("self.matches('^a$')");
    }

    @Test
    void givesTheFallbackWhereAnyPartOfThePathIsMissing() {
        assertThat(CelMacros.expand("$given(c.rotation.interval, '90d') != ''"))
                .isEqualTo("(has(c.rotation) && has(c.rotation.interval) ? c.rotation.interval : '90d') != ''");
    }

    @Test
    void nestsMacros() {
        assertThat(CelMacros.expand("$given(a.b, $given(c.d, '1h'))"))
                .isEqualTo("(has(a.b) ? a.b : (has(c.d) ? c.d : '1h'))");
    }

    @Test
    void expandsEveryCallOfARule() {
        assertThat(CelMacros.expand("$seconds(self.min) < $seconds(self.max)"))
                .doesNotContain("$seconds")
                .containsSubsequence(
                        "int(self.min.split('d')[0]) * 86400", " < ", "int(self.max.split('d')[0]) * 86400");
    }

    @Test
    void refusesACallWithoutEnd() {
        assertThatThrownBy(() -> CelMacros.expand("$seconds(self"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$seconds(self");
    }
}
