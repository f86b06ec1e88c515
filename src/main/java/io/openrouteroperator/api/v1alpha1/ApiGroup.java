package io.openrouteroperator.api.v1alpha1;

/** Group and version of the kinds. */
public final class ApiGroup {
    /** The API group of every kind, and the domain of our labels and annotations. */
    public static final String NAME = "openrouter-operator.io";
    /** The version this package describes. */
    public static final String VERSION = "v1alpha1";

    private ApiGroup() {}
}
