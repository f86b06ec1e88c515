package io.openrouteroperator.openrouter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.SecretValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key sk-or-v1-secretsecret is wrong",
                "key 'sk-or-mgmt-secret-secret' is wrong",
                "SK-OR-V1-SECRET",
                "Authorization: Bearer secret",
                "bearer  secretsecret"
            })
    void masksWhatIsShapedLikeAKey(String text) {
        assertThat(SafeText.of(text)).contains("[masked]").doesNotContainIgnoringCase("secret");
    }

    @Test
    void masksTheKeyInUseWhateverItsShape() {
        assertThat(SafeText.of("no user hunter2!", SecretValue.of("hunter2!"))).isEqualTo("no user [masked]");
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        assertThat(SafeText.of("task-force at risk-adjusted desk-side"))
                .isEqualTo("task-force at risk-adjusted desk-side");
    }
}
