package io.openrouteroperator.core.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signature in a checkpoint: over everything that stands before it in its line, and so over the hash of the line before. */
final class Signatures {
    private static final Pattern SIGNATURE =
            Pattern.compile("(.*,\"signedBy\":\"([0-9a-f]{16})\"),\"signature\":\"([A-Za-z0-9+/]{86}==)\"");

    private Signatures() {}

    /** What a checkpoint says of itself. */
    record Signed(String text, String keyId, String base64) {
        byte[] content() {
            return bytes(text);
        }

        byte[] signature() {
            return Base64.getDecoder().decode(base64);
        }
    }

    static String append(String content, CheckpointSigner signer) {
        byte[] signature = signer.sign(bytes(content));
        return content + ",\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\"";
    }

    /** The signature of a line; empty when it has none. */
    static Optional<Signed> of(ChainLine line) {
        Matcher matcher = SIGNATURE.matcher(line.text());
        return matcher.lookingAt()
                ? Optional.of(new Signed(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
