package io.openrouteroperator.page;

import io.openrouteroperator.core.key.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the token of a request: a bearer token, as proxies and tools send it, or the password of Basic authentication, which every
 * browser asks for by itself. So there is no form, no session and no cookie, and no address that holds a token.
 */
final class Credentials {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private Credentials() {}

    /**
     * The token, if there is one; nobody knows yet whose it is.
     *
     * @param authorization the header of that name
     */
    static Optional<SecretValue> token(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String scheme = authorization.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return plausible(authorization.substring(BEARER.length()));
        }
        return scheme.startsWith(BASIC)
                ? password(authorization.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    /** The user name says nothing: the token knows whose it is. */
    private static Optional<SecretValue> password(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return plausible(decoded.substring(decoded.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** People paste tokens with a line end. */
    private static Optional<SecretValue> plausible(String text) {
        String token = text.strip();
        boolean printable = !token.isEmpty() && token.chars().allMatch(letter -> letter > ' ' && letter < 127);
        return printable ? Optional.of(SecretValue.of(token)) : Optional.empty();
    }
}
