package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;

/**
 * A managed key that was found outside of its Secret.
 *
 * @param key the OpenRouterKey that it was made for
 * @param hash which of its keys
 */
public record LeakedKey(ObjectName key, KeyHash hash) implements ExposedKey {}
