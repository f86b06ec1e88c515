package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.CheckpointSigner;
import io.openrouteroperator.core.audit.chain.TrustedKeys;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A key pair for checkpoints: Ed25519, as PEM. */
final class SigningKeys implements CheckpointSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;

    private final KeyPair keys;

    private SigningKeys(KeyPair keys) {
        this.keys = keys;
    }

    /** A new pair. */
    static SigningKeys generate() {
        try {
            return new SigningKeys(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
    }

    /** A pair that was written before; throws when it is none, or its halves do not belong together. */
    static SigningKeys read(String privatePem, String publicPem) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        KeyPair pair = new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(decoded(publicPem, PUBLIC))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(privatePem, PRIVATE))));
        SigningKeys keys = new SigningKeys(pair);
        byte[] probe = {1};
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(pair.getPublic());
        signature.update(probe);
        if (!signature.verify(keys.sign(probe))) {
            throw new GeneralSecurityException("the public key does not belong to the private one");
        }
        return keys;
    }

    /** The secret half. */
    String privatePem() {
        return pem(PRIVATE, keys.getPrivate().getEncoded());
    }

    /** The half that proves signatures. */
    String publicPem() {
        return pem(PUBLIC, keys.getPublic().getEncoded());
    }

    @Override
    public String keyId() {
        return TrustedKeys.keyId(keys.getPublic());
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            PrivateKey key = keys.getPrivate();
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that was read can sign", impossible);
        }
    }

    private static String pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private static byte[] decoded(String pem, String type) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder()
                    .decode(pem.replace("-----BEGIN " + type + "-----", "")
                            .replace("-----END " + type + "-----", "")
                            .strip());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("it is no PEM", e);
        }
    }
}
