package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.account.ManagementKey;
import io.openrouteroperator.api.v1alpha1.account.SecretKeyRef;
import io.openrouteroperator.core.key.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** Reads management keys from their Secrets, by name; nothing is listed or watched. */
final class ManagementKeys {
    private final KubernetesClient client;

    ManagementKeys(KubernetesClient client) {
        this.client = client;
    }

    /** The key that a reference leads to, or empty when the Secret, its entry or its content is missing. */
    Optional<SecretValue> read(ManagementKey reference) {
        SecretKeyRef ref = reference.secretRef();
        Secret secret = client.secrets()
                .inNamespace(ref.namespace())
                .withName(ref.name())
                .get();
        return Optional.ofNullable(secret)
                .map(Secret::getData)
                .map(data -> data.get(entry(ref)))
                .map(encoded -> SecretValue.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)))
                .filter(value -> !value.reveal().isEmpty());
    }

    /** Where a reference leads, for messages. */
    static String describe(ManagementKey reference) {
        SecretKeyRef ref = reference.secretRef();
        return "entry '%s' of Secret %s/%s".formatted(entry(ref), ref.namespace(), ref.name());
    }

    private static String entry(SecretKeyRef ref) {
        return Objects.requireNonNullElse(ref.key(), "key");
    }
}
