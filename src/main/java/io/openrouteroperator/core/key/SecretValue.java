package io.openrouteroperator.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Key material: the one type that holds it, so that nothing prints it by accident. It has no equals on content, no serialised
 * form and a redacted {@link #toString()}; whoever needs the characters says so with {@link #reveal()}.
 */
public final class SecretValue {
    private final String value;

    private SecretValue(String value) {
        this.value = value;
    }

    /** Wraps key material; surrounding white space is not part of a key (Secrets written by hand often end in a newline). */
    public static SecretValue of(String value) {
        return new SecretValue(Objects.requireNonNull(value).strip());
    }

    /** The characters themselves: for an Authorization header or a Secret's data, nowhere else. */
    public String reveal() {
        return value;
    }

    /** The SHA-256 that OpenRouter uses as the key's identifier. */
    public KeyHash hash() {
        return KeyHash.of(this);
    }

    /** Whether both hold the same characters, compared in constant time. */
    public boolean matches(SecretValue other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecretValue[redacted]";
    }
}
