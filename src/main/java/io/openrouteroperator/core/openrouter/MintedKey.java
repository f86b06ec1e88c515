package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.SecretValue;

/**
 * A key just created, with the value that OpenRouter tells once.
 *
 * @param key the key as it will be listed
 * @param value its value; lost when this object is lost
 */
public record MintedKey(RemoteKey key, SecretValue value) {}
