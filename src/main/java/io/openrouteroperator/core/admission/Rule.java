package io.openrouteroperator.core.admission;

/** The admission rules, most severe first; each has a page named after its id. */
public enum Rule {
    /** A management key where a workload can read it. */
    MANAGEMENT_KEY_EXPOSED("management-key-exposed"),
    /** Someone edits or deletes a Secret that the operator keeps. */
    MANAGED_SECRET_EDITED("managed-secret-edited"),
    /** A key written into a pod. */
    LITERAL_KEY("literal-key"),
    /** A key in a Secret or ConfigMap that is not the operator's. */
    KEY_OUTSIDE_MANAGED_SECRET("key-outside-managed-secret"),
    /** A pod reads a key from a Secret that is not the operator's. */
    SECRET_NOT_MANAGED("secret-not-managed"),
    /** A pod reads a key from a ConfigMap. */
    CONFIG_MAP_HOLDS_KEY("config-map-holds-key"),
    /** A pod cannot be examined within reasonable bounds. */
    NOT_EXAMINABLE("not-examinable");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    /** The id that messages, reports and the documentation use. */
    public String id() {
        return id;
    }
}
