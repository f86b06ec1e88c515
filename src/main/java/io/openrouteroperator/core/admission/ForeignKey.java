package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.key.KeyHash;

/** A key that no OpenRouterKey of this cluster owns. */
public record ForeignKey(KeyHash hash) implements ExposedKey {}
