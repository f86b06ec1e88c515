package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;

/**
 * What an observation is about.
 *
 * @param namespace empty for objects of the cluster
 */
public record Subject(String kind, String namespace, String name) {
    /** A service's key. */
    public static Subject of(ObservedKey key) {
        return key(key.name());
    }

    /** A service's key. */
    public static Subject key(ObjectName name) {
        return new Subject("OpenRouterKey", name.namespace(), name.name());
    }

    /** A policy. */
    public static Subject policy(String name) {
        return new Subject("OpenRouterPolicy", "", name);
    }

    /** A class of a policy. */
    public static Subject classification(String policy, String name) {
        return new Subject("Class", "", policy + "/" + name);
    }

    /** An account. */
    public static Subject account(String name) {
        return new Subject("OpenRouterAccount", "", name);
    }

    /** A namespace. */
    public static Subject namespace(String name) {
        return new Subject("Namespace", "", name);
    }

    /** The operator or the cluster as a whole. */
    public static Subject cluster(String what) {
        return new Subject("Cluster", "", what);
    }

    /** Who has to do something about it. */
    public String owner() {
        return switch (kind) {
            case "OpenRouterPolicy", "Class" -> "policy " + name;
            case "OpenRouterAccount" -> "account " + name;
            default -> ownerNamespace().isEmpty() ? "platform" : "namespace " + ownerNamespace();
        };
    }

    /** The namespace that has to do something about it, empty when somebody else has. */
    public String ownerNamespace() {
        return kind.equals("Namespace") ? name : namespace;
    }

    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
