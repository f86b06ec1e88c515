package io.openrouteroperator.core.admission.facts;

/** Name of a namespaced object, printed as {@code namespace/name}. */
public record ObjectName(String namespace, String name) {
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
