package io.openrouteroperator.simulator.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes, hashes and masks key strings. */
public final class KeyStrings {

    /** Prefix of every key string the simulator mints by default, management keys included. */
    public static final String PREFIX = "sk-or-v1-";

    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN_HEAD = 3;
    private static final int SHOWN_TAIL = 4;

    private final SecureRandom random = new SecureRandom();

    /** A new key string: prefix and 64 lowercase hex digits. */
    public String mint(String prefix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /** SHA-256 of the whole key string, as lowercase hex. */
    public static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The key string with only the ends of its random part shown. */
    public static String label(String key) {
        int random = key.lastIndexOf('-') + 1;
        return key.substring(0, random + SHOWN_HEAD) + "..." + key.substring(key.length() - SHOWN_TAIL);
    }
}
