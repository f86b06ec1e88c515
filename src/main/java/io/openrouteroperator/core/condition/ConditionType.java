package io.openrouteroperator.core.condition;

/** The condition types of the three kinds. {@code Ready} sums up; {@code Reconciling} and {@code Stalled} follow kstatus. */
public enum ConditionType {
    /** Everything asked for is in force. */
    READY("Ready"),
    /** Work is under way; present only while true. */
    RECONCILING("Reconciling"),
    /** Nothing will change until someone changes something; present only while true. */
    STALLED("Stalled"),
    /** Account: a management key works. */
    MANAGEMENT_KEY_VALID("ManagementKeyValid"),
    /** Account: the required observability destination exists and is enabled. */
    AUDIT_TRAIL_CONFIGURED("AuditTrailConfigured"),
    /** Account: OpenRouter asks us to wait; present only while true. */
    RATE_LIMITED("RateLimited"),
    /** Account: the day's key changes suffice for everything. */
    KEY_CHANGE_BUDGET("KeyChangeBudget"),
    /** Account: there are keys that no object owns, and they are only reported; present only while true. */
    ORPHANS_FOUND("OrphansFound"),
    /** Account: keys that no object owns were used; present only while true. */
    UNMANAGED_KEYS_USED("UnmanagedKeysUsed"),
    /** Policy: every provider and model named exists, and every class leaves at least one. */
    PROVIDERS_RESOLVED("ProvidersResolved"),
    /** Policy: the guardrails at OpenRouter say what the policy says. */
    GUARDRAILS_IN_SYNC("GuardrailsInSync"),
    /** Policy: nothing that exists in its namespaces breaks an admission rule. */
    OBJECTS_CONFORM("ObjectsConform"),
    /** Policy: nothing that OpenRouter says was served was outside of what the policy allowed on that day. */
    USAGE_CONFORMS("UsageConforms"),
    /** Key: bound to the guardrail of its class. */
    GUARDRAIL_IN_SYNC("GuardrailInSync"),
    /** Key: the Secret holds the current key and every entry asked for. */
    SECRET_SYNCED("SecretSynced"),
    /** Key: no running consumer holds an earlier key. */
    CONSUMERS_UPDATED("ConsumersUpdated"),
    /** Key: an earlier key has not ended yet; present only while true. */
    ROTATING("Rotating");

    private final String text;

    ConditionType(String text) {
        this.text = text;
    }

    /** The type as written in a status. */
    public String text() {
        return text;
    }

    /** Whether it is shown only while true, as kstatus expects of {@code Reconciling} and {@code Stalled}. */
    public boolean abnormal() {
        return this == RECONCILING
                || this == STALLED
                || this == RATE_LIMITED
                || this == ROTATING
                || this == ORPHANS_FOUND
                || this == UNMANAGED_KEYS_USED;
    }
}
