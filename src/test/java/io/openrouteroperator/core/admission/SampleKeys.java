package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;

/** Keys that look real and were never issued: the random part is the SHA-256 of a name. */
public final class SampleKeys {
    private SampleKeys() {}

    /** A service key, always the same for a name. */
    public static String service(String name) {
        return "sk-or-v1-" + SecretValue.of(name).hash().value();
    }

    /** A management key of the newer shape. */
    public static String management(String name) {
        return "sk-or-mgmt-" + SecretValue.of(name).hash().value();
    }

    /** The hash that OpenRouter would know the key by. */
    public static KeyHash hashOf(String key) {
        return SecretValue.of(key).hash();
    }
}
