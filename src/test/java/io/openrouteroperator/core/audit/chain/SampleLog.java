package io.openrouteroperator.core.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A writer for tests: makes a chain line by line. */
public final class SampleLog implements CheckpointSigner {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");

    /** As long as those of a usual entry. */
    private static final String MEMBERS =
            ",\"actor\":{\"kind\":\"Controller\",\"name\":\"openrouter-operator\"},\"object\":{\"kind\":"
                    + "\"OpenRouterKey\",\"namespace\":\"shop\",\"name\":\"checkout\"},\"reason\":\"KeyCreated\"";

    private final KeyPair keys;
    private final List<String> lines = new ArrayList<>();
    private ChainHead head;

    /** A chain of this writer, with a signing key of its own. */
    public SampleLog(String writer) {
        this(writer, newKeys());
    }

    /** A chain of another writer of the same operator. */
    public SampleLog(String writer, SampleLog other) {
        this(writer, other.keys);
    }

    private SampleLog(String writer, KeyPair keys) {
        this.keys = keys;
        this.head = ChainHead.before(writer);
    }

    /** The first line, which names what other writers have written. */
    public SampleLog start(SampleLog... others) {
        List<ChainHead> seen = new ArrayList<>();
        for (SampleLog other : others) {
            seen.add(other.head);
        }
        return add(head.start(NOW, seen));
    }

    /** So many events. */
    public SampleLog events(int count) {
        for (int i = 0; i < count; i++) {
            add(head.next(NOW, "KeyCreated", "\"message\":\"event " + i + "\"" + MEMBERS));
        }
        return this;
    }

    /** The operator tells that it lost events. */
    public SampleLog lost(int count) {
        return add(head.next(NOW, ChainAction.LOST.word(), "\"lost\":" + count));
    }

    /** A signed line. */
    public SampleLog checkpoint() {
        return add(head.checkpoint(NOW, ChainAction.CHECKPOINT, this));
    }

    /** The signed last line. */
    public SampleLog end() {
        return add(head.checkpoint(NOW, ChainAction.ENDED, this));
    }

    /** What was written. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was written since this was asked last; it is forgotten. */
    public List<String> taken() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** The public key as the operator publishes it. */
    public String publicKey() {
        String base64 = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public String keyId() {
        return TrustedKeys.keyId(keys.getPublic());
    }

    @Override
    public byte[] sign(byte[] content) {
        return sign(keys.getPrivate(), content);
    }

    /** Lines that were written with knowledge of everything but the signing key, from some line of a log on. */
    static List<String> forged(String after, int count) {
        ChainHead head = ChainLine.parse(after).orElseThrow().head();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ChainLine next = head.next(NOW, "KeyCreated", "\"message\":\"forged\"");
            lines.add(next.text());
            head = next.head();
        }
        return lines;
    }

    /** A checkpoint after some line of a log, by somebody who has no key but one of his own. */
    static String forgedCheckpoint(String after) {
        ChainHead head = ChainLine.parse(after).orElseThrow().head();
        return head.checkpoint(NOW, ChainAction.CHECKPOINT, new SampleLog("forger"))
                .text();
    }

    private SampleLog add(ChainLine line) {
        lines.add(line.text());
        head = line.head();
        return this;
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(new String(content, StandardCharsets.US_ASCII), impossible);
        }
    }
}
