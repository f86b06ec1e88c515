package io.openrouteroperator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token is looked for. */
class CredentialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d", "bearer   a.b-c_d  ", "BEARER a.b-c_d"})
    void takesBearerTokens(String header) {
        assertThat(Credentials.token(header).map(SecretValue::reveal)).contains("a.b-c_d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anybody:a.b-c_d", ":a.b-c_d", "token:a.b-c_d\n", "a.b-c_d"})
    void takesThePasswordOfAnyUser(String userAndPassword) {
        assertThat(Credentials.token("Basic " + base64(userAndPassword)).map(SecretValue::reveal))
                .contains("a.b-c_d");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer ", "Bearer a b", "Bearer \u00e9", "Basic !", "Basic", "Digest a", "a.b-c_d"})
    void takesNothingElse(String header) {
        assertThat(Credentials.token(header)).isEmpty();
    }

    @Test
    void printsNoToken() {
        assertThat(Credentials.token("Bearer a.b-c_d").orElseThrow()).hasToString("SecretValue[redacted]");
        assertThat(new PageRequest("GET", "/", "", "", "Bearer a.b-c_d").toString())
                .doesNotContain("a.b-c_d");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
