package io.openrouteroperator.core.compliance.snapshot;

import java.util.Set;

/**
 * What runs pods, with the Secrets that its pods read.
 *
 * @param secrets names of Secrets of its namespace
 */
public record ObservedWorkload(String kind, String namespace, String name, String serviceAccount, Set<String> secrets) {
    public ObservedWorkload {
        secrets = Set.copyOf(secrets);
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
