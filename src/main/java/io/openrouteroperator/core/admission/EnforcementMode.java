package io.openrouteroperator.core.admission;

/** What a policy does about a violation; later is stricter. */
public enum EnforcementMode {
    /** Admit and record. */
    AUDIT,
    /** Admit with a warning. */
    WARN,
    /** Refuse. */
    ENFORCE;

    /** The stricter of the two. */
    public EnforcementMode or(EnforcementMode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
