package io.openrouteroperator.core.admission.recognition;

import io.openrouteroperator.core.key.KeyHash;

/**
 * A found key without its value: safe to cache, to compare and to print.
 *
 * @param hash SHA-256 of the key, OpenRouter's identifier of it
 * @param masked the form OpenRouter's console shows, such as {@code sk-or-v1-0e6...1c96}
 */
public record KeyMark(KeyHash hash, String masked, KeyShape shape, KeyEncoding encoding) {
    /** The words for a message: masked key, encoding, fingerprint. */
    public String describe() {
        return masked + encoding.remark() + " (sha256 " + hash.fingerprint() + ")";
    }
}
