package io.openrouteroperator.core.policy;

/**
 * Something a person has to change in a custom resource.
 *
 * @param path the field, such as {@code spec.classifications[public].providers.allow[0]}
 * @param message what is wrong and what to write instead
 */
public record FieldProblem(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
