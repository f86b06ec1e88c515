package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.key.KeyHash;

/** A service key that was found outside of the Secret that the operator keeps it in, without its value. */
public sealed interface ExposedKey permits LeakedKey, ForeignKey {
    /** OpenRouter's identifier of it. */
    KeyHash hash();
}
