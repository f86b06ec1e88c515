package io.openrouteroperator.core.policy.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** SHA-256 of lines of text, as lower-case hex. */
public final class Fingerprint {
    private static final int SHORT = 12;

    private Fingerprint() {}

    /** All 64 digits; the order of the lines counts. */
    public static String of(Collection<String> lines) {
        try {
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The first twelve digits: enough to tell revisions apart, short enough for a status. */
    public static String shortOf(Collection<String> lines) {
        return of(lines).substring(0, SHORT);
    }
}
