package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** The pair as it is kept in its Secret. */
class SigningKeysTest {
    private final SigningKeys keys = SigningKeys.generate();

    @Test
    void isTheSameWhenItIsReadBack() throws GeneralSecurityException {
        SigningKeys read = SigningKeys.read(keys.privatePem(), keys.publicPem());

        assertThat(read.keyId()).isEqualTo(keys.keyId()).matches("[0-9a-f]{16}");
        assertThat(read.sign(new byte[] {1, 2})).isEqualTo(keys.sign(new byte[] {1, 2}));
    }

    @Test
    void halvesOfDifferentPairsAreRefused() {
        SigningKeys other = SigningKeys.generate();
        assertThatThrownBy(() -> SigningKeys.read(keys.privatePem(), other.publicPem()))
                .hasMessageContaining("does not belong");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> SigningKeys.read("", "")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> SigningKeys.read("-----BEGIN", keys.publicPem()))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
