package io.openrouteroperator.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * OpenRouter's identifier of a key: the lower-case hex SHA-256 of the whole key string. It is no secret, and it proves offline
 * that a value is a certain key.
 *
 * @param value 64 lower-case hex digits; anything else is refused with an {@link IllegalArgumentException}
 */
public record KeyHash(String value) implements Comparable<KeyHash> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a key hash is 64 lower-case hex digits");
        }
    }

    /** The hash of a key value. */
    public static KeyHash of(SecretValue key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(key.reveal().getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The first twelve digits: enough to recognise a key in a message, short enough to read. */
    public String fingerprint() {
        return value.substring(0, 12);
    }

    @Override
    public int compareTo(KeyHash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
