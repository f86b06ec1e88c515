package io.openrouteroperator.core.admission;

/** The admission rules, most severe first; each has a page named after its id. */
public enum Rule {
    /** A management key where a workload can read it. */
    MANAGEMENT_KEY_EXPOSED("management-key-exposed", "A workload can read a management key"),
    /** Someone edits or deletes a Secret that the operator keeps. */
    MANAGED_SECRET_EDITED("managed-secret-edited", "A Secret that the operator keeps is edited or deleted"),
    /** A pod uses a managed key that is for other service accounts. */
    KEY_OF_ANOTHER_SERVICE("key-of-another-service", "A pod uses a managed key that is for other service accounts"),
    /** A key written into a pod. */
    LITERAL_KEY("literal-key", "An OpenRouter key is written into a pod"),
    /** A key in a Secret or ConfigMap that is not the operator's. */
    KEY_OUTSIDE_MANAGED_SECRET(
            "key-outside-managed-secret", "An OpenRouter key is in a Secret or ConfigMap that is not the operator's"),
    /** A pod reads a key from a Secret that is not the operator's. */
    SECRET_NOT_MANAGED("secret-not-managed", "A pod reads an OpenRouter key from a Secret that is not the operator's"),
    /** A pod reads a key from a ConfigMap. */
    CONFIG_MAP_HOLDS_KEY("config-map-holds-key", "A pod reads an OpenRouter key from a ConfigMap"),
    /** A foreign Secret claims to be the operator's. */
    MARK_FORGED("mark-forged", "A Secret that is not the operator's carries its labels or annotations"),
    /** A pod cannot be examined within reasonable bounds. */
    NOT_EXAMINABLE("not-examinable", "A pod cannot be examined within reasonable bounds"),
    /** A change or deletion would leave keys in use without a grant. */
    KEYS_STRANDED("keys-stranded", "A policy or account is changed or deleted although keys in use need it"),
    /** A policy that cannot be kept. */
    POLICY_NOT_WORKABLE("policy-not-workable", "A policy asks for a rotation that cannot be kept"),
    /** A key that would get no grant. */
    KEY_NOT_GRANTED("key-not-granted", "An OpenRouterKey asks for something that its policy does not grant"),
    /** Two policies for one namespace. */
    POLICIES_OVERLAP("policies-overlap", "Two policies govern the same namespace");

    private final String id;
    private final String summary;

    Rule(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** The id that messages, reports and the documentation use. */
    public String id() {
        return id;
    }

    /** What is refused, in a few words. */
    public String summary() {
        return summary;
    }
}
