package io.openrouteroperator.core.audit.chain;

/** Signs checkpoints with Ed25519. */
public interface CheckpointSigner {
    /** Which public key proves the signatures: {@link TrustedKeys#keyId}. */
    String keyId();

    /** The signature over these bytes. */
    byte[] sign(byte[] content);
}
