package io.openrouteroperator.core.admission.facts;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a container's {@code env}; it prints no value, since that may be a key.
 *
 * @param value the literal value, or null when it comes from somewhere else
 */
public record EnvironmentVariable(
        String path, String name, @Nullable String value) {
    @Override
    public String toString() {
        return path + " (" + name + ")";
    }
}
