package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a Secret that somebody made can become the Secret of an OpenRouterKey without anybody losing anything. */
final class Takeover {
    private static final String OPAQUE = "Opaque";

    private Takeover() {}

    /** Why not, and what its owner can do; empty when it can. */
    static Optional<String> obstacle(OpenRouterKey key, Secret secret) {
        String name = secret.getMetadata().getName();
        Set<String> others = new TreeSet<>(Objects.requireNonNullElse(secret.getData(), Map.<String, String>of())
                .keySet());
        others.removeAll(SecretRendering.entries(key));
        Optional<OwnerReference> controller = secret.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
        if (Boolean.TRUE.equals(secret.getImmutable())) {
            return Optional.of(
                    "spec.adopt: Secret '%s' is immutable; make it anew without immutable: true".formatted(name));
        }
        if (!OPAQUE.equals(Objects.requireNonNullElse(secret.getType(), OPAQUE))) {
            return Optional.of("spec.adopt: Secret '%s' has type %s; only Opaque ones can be taken over"
                    .formatted(name, secret.getType()));
        }
        if (controller.isPresent()) {
            return Optional.of("spec.adopt: Secret '%s' is written by %s '%s'; stop that first"
                    .formatted(
                            name, controller.get().getKind(), controller.get().getName()));
        }
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ("spec.adopt: Secret '%s' has other entries (%s) that would be lost; move them to another Secret,"
                                        + " or name them in spec.secret.literals")
                                .formatted(name, String.join(", ", others)));
    }
}
