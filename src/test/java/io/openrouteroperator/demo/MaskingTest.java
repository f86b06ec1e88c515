package io.openrouteroperator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @Test
    void keepsPrefixAndThreeCharactersOfEitherEnd() {
        assertThat(Masking.mask("{value: sk-or-v1-" + DIGITS + "}")).isEqualTo("{value: sk-or-v1-012...def}");
    }

    @Test
    void masksEveryKeyOfText() {
        assertThat(Masking.mask("sk-or-v1-" + DIGITS + ";sk-or-mgmt-" + DIGITS))
                .isEqualTo("sk-or-v1-012...def;sk-or-mgmt-012...def");
    }

    @Test
    void leavesTextWithoutKeyAlone() {
        String text = "key serial 1 (sk-or-v1-eac...26ce) is published; hash " + DIGITS;
        assertThat(Masking.mask(text)).isEqualTo(text);
    }
}
