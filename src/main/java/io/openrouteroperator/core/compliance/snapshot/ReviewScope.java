package io.openrouteroperator.core.compliance.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * What a review is about.
 *
 * @param namespace the only namespace shown, null for the whole cluster
 * @param classification the only class shown, null for all
 */
public record ReviewScope(
        @Nullable String namespace, @Nullable String classification) {
    /** Everything. */
    public static final ReviewScope EVERYTHING = new ReviewScope(null, null);

    /** Whether things of this namespace are shown. */
    public boolean showsNamespace(String name) {
        return namespace == null || namespace.equals(name);
    }

    /** Whether things of this class are shown. */
    public boolean showsClass(String name) {
        return classification == null || classification.equals(name);
    }

    /** In words, for the head of a report. */
    public String text() {
        String where = namespace == null ? "the whole cluster" : "namespace " + namespace;
        return classification == null ? where : where + ", class " + classification;
    }
}
