package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A key as a service reads it from its Secret. */
public final class DeliveredKey {
    private DeliveredKey() {}

    /** The key in its usual entry. */
    public static String in(Secret secret) {
        return entry(secret, "OPENROUTER_API_KEY");
    }

    /** An entry of a Secret, decoded. */
    public static String entry(Secret secret, String entry) {
        return new String(Base64.getDecoder().decode(secret.getData().get(entry)), StandardCharsets.UTF_8);
    }

    /** The hash that OpenRouter knows a delivered key by. */
    public static String hash(String key) {
        return KeyHash.of(SecretValue.of(key)).value();
    }
}
