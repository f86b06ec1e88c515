package io.openrouteroperator.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretValueTest {
    private static final String TEXT = "sk-or-v1-abc";

    @Test
    void printsNothingOfItself() {
        assertThat(SecretValue.of(TEXT)).hasToString("SecretValue[redacted]");
        assertThat("%s".formatted(SecretValue.of(TEXT))).doesNotContain("abc");
    }

    @Test
    void whiteSpaceAroundItIsNotPartOfTheKey() {
        assertThat(SecretValue.of(TEXT + "\n").reveal()).isEqualTo(TEXT);
        assertThat(SecretValue.of(" " + TEXT).matches(SecretValue.of(TEXT))).isTrue();
        assertThat(SecretValue.of(TEXT + "d").matches(SecretValue.of(TEXT))).isFalse();
    }

    @Test
    void hashIsTheSha256OfTheWholeValueAsOpenRouterNamesKeys() {
        assertThat(SecretValue.of("abc").hash().value())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hashPrintsOnlyItsFingerprint() {
        KeyHash hash = SecretValue.of("abc").hash();

        assertThat(hash).hasToString("ba7816bf8f01");
        assertThat(hash.fingerprint()).isEqualTo("ba7816bf8f01");
    }

    @Test
    void hashRefusesAnythingButSixtyFourHexDigits() {
        for (String wrong : new String[] {"", TEXT, "A".repeat(64), "a".repeat(63), "g".repeat(64)}) {
            assertThatThrownBy(() -> new KeyHash(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
