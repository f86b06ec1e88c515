package io.openrouteroperator.evidence.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are the same whenever the same is written: UUIDs of version 5 (RFC 9562), in a name space of the operator's own. */
final class StableId {
    private static final UUID SPACE = UUID.fromString("b3f1a7a0-6f0e-5c1d-9a52-0d7e6c1f4a10");
    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    private StableId() {}

    /** The id of a name. */
    static String of(String... name) {
        byte[] hash = sha1(String.join("\u0000", name));
        hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
        hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(SPACE.getMostSignificantBits())
                    .putLong(SPACE.getLeastSignificantBits())
                    .array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
