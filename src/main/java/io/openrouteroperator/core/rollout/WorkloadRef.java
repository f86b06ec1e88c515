package io.openrouteroperator.core.rollout;

/**
 * One object that runs pods.
 *
 * @param apiVersion group and version, such as {@code apps/v1}
 * @param uid tells it from a later object of the same name
 */
public record WorkloadRef(String apiVersion, String kind, String namespace, String name, String uid) {
    /** Kind and name, as in a sentence. */
    public String words() {
        return kind + " " + name;
    }
}
