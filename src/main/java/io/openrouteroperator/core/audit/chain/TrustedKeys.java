package io.openrouteroperator.core.audit.chain;

import io.openrouteroperator.core.audit.chain.Signatures.Signed;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The public keys that checkpoints may be signed with, by their ids. */
public final class TrustedKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final Map<String, PublicKey> keys;

    private TrustedKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Every public key of a PEM text; throws when one is no Ed25519 key or there is none. */
    public static TrustedKeys of(String pem) throws GeneralSecurityException {
        Map<String, PublicKey> keys = new HashMap<>();
        for (MatchResult block : PEM.matcher(pem).results().toList()) {
            byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            keys.put(keyId(key), key);
        }
        if (keys.isEmpty()) {
            throw new GeneralSecurityException("there is no public key");
        }
        return new TrustedKeys(keys);
    }

    /** The first sixteen hex digits of the SHA-256 of a key's X.509 form. */
    public static String keyId(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What is wrong with the signature of a checkpoint; empty when nothing is. */
    Optional<String> problemOf(ChainLine checkpoint) {
        Signed signed = Signatures.of(checkpoint).orElse(null);
        if (signed == null) {
            return Optional.of("is a checkpoint without a signature");
        }
        PublicKey key = keys.get(signed.keyId());
        if (key == null) {
            return Optional.of("is signed by key " + signed.keyId() + ", which is not among the public keys given");
        }
        return isBy(key, signed) ? Optional.empty() : Optional.of("has a signature that does not fit its content");
    }

    private static boolean isBy(PublicKey key, Signed signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.content());
            return signature.verify(signed.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
