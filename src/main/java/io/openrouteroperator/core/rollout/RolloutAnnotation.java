package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.key.KeyHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The annotation on a pod template that says which key its pods read, one for each Secret. */
public final class RolloutAnnotation {
    /** Group of the annotations; the name of the Secret follows. */
    public static final String PREFIX = "secret.openrouter-operator.io/";
    /** Set by people, on a workload or its pod template: {@link #NEVER} or {@link #ALWAYS}. */
    public static final String CHOICE = "openrouter-operator.io/rollout";
    /** The operator does not restart it. */
    public static final String NEVER = "None";
    /** The operator restarts it although another controller made it and may undo that. */
    public static final String ALWAYS = "Restart";

    /** The API server refuses longer ones. */
    private static final int LONGEST_NAME = 63;

    private static final int DIGEST_DIGITS = 12;

    private RolloutAnnotation() {}

    /** The annotation for a Secret, whose name may be longer than a name of an annotation. */
    public static String name(String secretName) {
        if (secretName.length() <= LONGEST_NAME) {
            return PREFIX + secretName;
        }
        String digest = sha256(secretName).substring(0, DIGEST_DIGITS);
        return PREFIX + secretName.substring(0, LONGEST_NAME - DIGEST_DIGITS - 1) + "-" + digest;
    }

    /** Its value for a key. */
    public static String value(KeyHash key) {
        return key.fingerprint();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
