package io.openrouteroperator.core.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a log: a JSON object whose first and last members have fixed places, so that its hash is one over bytes and needs no
 * canonical JSON. {@code hash} is the SHA-256 of everything before {@code ,"hash"}.
 *
 * @param writer who wrote it
 * @param sequence counts from 1 for each writer
 * @param previous hash of the writer's line before it
 * @param action what happened
 * @param hash as the line states it
 * @param text the line without its line break
 */
public record ChainLine(String writer, long sequence, String previous, String action, String hash, String text) {
    /** Name and version of the schema, in every line. */
    public static final String SCHEMA = "openrouter-operator.io/audit/v1";

    /** Hex digits of a hash. */
    static final int HASH_LENGTH = 64;

    private static final Pattern OPENING = Pattern.compile("\\{\"schema\":\"" + Pattern.quote(SCHEMA)
            + "\",\"writer\":\"([A-Za-z0-9.-]{1,253}+)\",\"sequence\":([1-9][0-9]{0,17}+),\"previous\":\"([0-9a-f]{64}+)\""
            + ",\"time\":\"[0-9TZ:.-]{20,30}+\",\"action\":\"([A-Za-z]{1,64}+)\"");
    private static final Pattern HASH = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"\\}");
    private static final int ENDING = ",\"hash\":\"".length() + HASH_LENGTH + "\"}".length();

    /** Reads a line; empty when it has not the form of one. */
    public static Optional<ChainLine> parse(String text) {
        Matcher opening = OPENING.matcher(text);
        int end = text.length() - ENDING;
        if (!opening.lookingAt() || end < opening.end()) {
            return Optional.empty();
        }
        Matcher hash = HASH.matcher(text).region(end, text.length());
        return hash.matches()
                ? Optional.of(new ChainLine(
                        opening.group(1),
                        Long.parseLong(opening.group(2)),
                        opening.group(3),
                        opening.group(4),
                        hash.group(1),
                        text))
                : Optional.empty();
    }

    /** Completes what stands before the hash. */
    static ChainLine ending(String content) {
        String text = content + ",\"hash\":\"" + sha256(content) + "\"}";
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no line of an audit log"));
    }

    /** Whether the hash is that of the content. */
    public boolean isUnchanged() {
        return sha256(text.substring(0, text.length() - ENDING)).equals(hash);
    }

    /** The chain's head once this line is written. */
    public ChainHead head() {
        return new ChainHead(writer, sequence, hash);
    }

    /** Whether the line says this of the log itself. */
    public boolean is(ChainAction what) {
        return action.equals(what.word());
    }

    /** A line that proves those before it. */
    public boolean isCheckpoint() {
        return is(ChainAction.CHECKPOINT) || is(ChainAction.ENDED);
    }

    /** Lines are ASCII; whatever else stands in one that was changed must change its hash, so it is taken byte for byte. */
    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
