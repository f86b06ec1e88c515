package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.SecretTemplate;
import java.util.Objects;

/** The Secret that an OpenRouterKey asks for, with the defaults of the CRD. */
final class SecretNames {
    private SecretNames() {}

    /** The template, or one that says nothing. */
    static SecretTemplate template(OpenRouterKey key) {
        return Objects.requireNonNullElse(key.getSpec().secret(), SecretTemplate.unspecified());
    }

    /** Name of the Secret. */
    static String name(OpenRouterKey key) {
        return Objects.requireNonNullElse(
                template(key).name(), key.getMetadata().getName());
    }

    /** Entry that holds the key. */
    static String entry(OpenRouterKey key) {
        return Objects.requireNonNullElse(template(key).key(), SecretTemplate.DEFAULT_ENTRY);
    }
}
