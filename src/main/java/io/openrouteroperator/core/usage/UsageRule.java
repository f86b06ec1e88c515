package io.openrouteroperator.core.usage;

/** What can be wrong with what was served; the order is that of severity. */
public enum UsageRule {
    /** A provider served that the class did not allow on that day. */
    PROVIDER_NOT_ALLOWED("usage-provider-not-allowed", true),
    /** A provider served whose name the catalogue does not have, so that nobody can say whether it was allowed. */
    PROVIDER_UNKNOWN("usage-provider-unknown", true),
    /** A free variant was used where the class allows none. */
    FREE_MODEL_NOT_ALLOWED("usage-free-model-not-allowed", true),
    /** A model was used that the class did not allow on that day. */
    MODEL_NOT_ALLOWED("usage-model-not-allowed", true),
    /** A provider that serves the class is not what it was when the class let it in. */
    PROVIDER_CHANGED("usage-provider-changed", false),
    /** At the pace of the last days the limit is spent before it starts afresh. */
    LIMIT_SPENT_EARLY("usage-limit-spent-early", false),
    /** A model that the service uses is about to go away. */
    MODEL_EXPIRES("usage-model-expires", false),
    /** Nobody has used the key for a long time. */
    KEY_UNUSED("usage-key-unused", false);

    private final String id;
    private final boolean violation;

    UsageRule(String id, boolean violation) {
        this.id = id;
        this.violation = violation;
    }

    /** The stable id in reports and metrics. */
    public String id() {
        return id;
    }

    /** Whether it breaks the policy; otherwise it is a warning. */
    public boolean isViolation() {
        return violation;
    }
}
