package io.openrouteroperator.core.admission.facts;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a container's {@code env}; it prints no value, since that may be a key.
 *
 * @param value the literal value, or null when it comes from somewhere else
 * @param taken what it has, as far as the object says, when it comes from a field of the pod; otherwise empty
 */
public record EnvironmentVariable(
        String path, String name, @Nullable String value, String taken) {
    /** A variable whose value the object does not say if it is not literal. */
    public EnvironmentVariable(String path, String name, @Nullable String value) {
        this(path, name, value, "");
    }

    @Override
    public String toString() {
        return path + " (" + name + ")";
    }
}
