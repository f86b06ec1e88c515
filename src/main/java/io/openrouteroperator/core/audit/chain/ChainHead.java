package io.openrouteroperator.core.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the chain of one writer stands.
 *
 * @param writer id of the process that writes it; no two processes share one
 * @param sequence number of the last line, 0 before the first
 * @param hash of the last line
 */
public record ChainHead(String writer, long sequence, String hash) {
    /** What stands before the first line of a chain. */
    static final String NOTHING = "0".repeat(ChainLine.HASH_LENGTH);

    /** The head of a chain without lines. */
    public static ChainHead before(String writer) {
        return new ChainHead(writer, 0, NOTHING);
    }

    /**
     * The first line of a chain: it vouches for the ends of the chains before it.
     *
     * @param seen heads of other writers
     */
    public ChainLine start(Instant now, List<ChainHead> seen) {
        String continued = seen.stream().map(ChainHead::toJson).collect(Collectors.joining(","));
        return next(now, ChainAction.STARTED.word(), "\"continues\":[" + continued + "]");
    }

    /**
     * The next line.
     *
     * @param action a word of letters
     * @param members further members of the JSON object in ASCII, without braces and line breaks
     */
    public ChainLine next(Instant now, String action, String members) {
        return ChainLine.ending(opening(now, action) + "," + members);
    }

    /**
     * A signed line: it proves every line before it.
     *
     * @param action {@link ChainAction#CHECKPOINT}, or {@link ChainAction#ENDED} for the last line of the chain
     */
    public ChainLine checkpoint(Instant now, ChainAction action, CheckpointSigner signer) {
        String signed = opening(now, action.word()) + ",\"signedBy\":\"" + signer.keyId() + "\"";
        return ChainLine.ending(Signatures.append(signed, signer));
    }

    private String opening(Instant now, String action) {
        return "{\"schema\":\"%s\",\"writer\":\"%s\",\"sequence\":%d,\"previous\":\"%s\",\"time\":\"%s\",\"action\":\"%s\""
                .formatted(ChainLine.SCHEMA, writer, sequence + 1, hash, now.truncatedTo(ChronoUnit.MILLIS), action);
    }

    private String toJson() {
        return "{\"writer\":\"%s\",\"sequence\":%d,\"hash\":\"%s\"}".formatted(writer, sequence, hash);
    }
}
