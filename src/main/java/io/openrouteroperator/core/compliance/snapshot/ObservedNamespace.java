package io.openrouteroperator.core.compliance.snapshot;

import java.util.Map;

/** A namespace and its labels. */
public record ObservedNamespace(String name, Map<String, String> labels) {
    public ObservedNamespace {
        labels = Map.copyOf(labels);
    }
}
