package io.openrouteroperator.core.admission.facts;

import org.jspecify.annotations.Nullable;

/** A place where a pod takes content from a Secret or ConfigMap of its namespace. */
public sealed interface KeyReference {
    /** Field path of the reference, such as {@code spec.containers[0].env[2].valueFrom.secretKeyRef}. */
    String path();

    /** Name of the Secret or ConfigMap. */
    String target();

    /** One entry of a Secret. */
    record SecretEntry(
            String path,
            String target,
            String entry,
            @Nullable String variable) implements KeyReference {}

    /** Every entry of a Secret: {@code envFrom}, a volume without items, or a field that names a Secret for another purpose. */
    record WholeSecret(String path, String target) implements KeyReference {}

    /** One entry of a ConfigMap. */
    record ConfigMapEntry(
            String path,
            String target,
            String entry,
            @Nullable String variable) implements KeyReference {}

    /** Every entry of a ConfigMap. */
    record WholeConfigMap(String path, String target) implements KeyReference {}

    /** The entry taken, or null when all are. */
    default @Nullable String takenEntry() {
        return switch (this) {
            case SecretEntry one -> one.entry();
            case ConfigMapEntry one -> one.entry();
            case WholeSecret all -> null;
            case WholeConfigMap all -> null;
        };
    }

    /** The environment variable it fills, or null where it fills none or many. */
    default @Nullable String filledVariable() {
        return switch (this) {
            case SecretEntry one -> one.variable();
            case ConfigMapEntry one -> one.variable();
            case WholeSecret all -> null;
            case WholeConfigMap all -> null;
        };
    }

    /** Whether the target is a Secret; otherwise it is a ConfigMap. */
    default boolean isSecret() {
        return switch (this) {
            case SecretEntry one -> true;
            case WholeSecret all -> true;
            case ConfigMapEntry one -> false;
            case WholeConfigMap all -> false;
        };
    }
}
