package io.openrouteroperator.openrouter.throttle;

/** Which requests go first when an account's requests must wait; the order of the constants is the order of service. */
public enum Priority {
    /** A key or guardrail that somebody waits for. */
    CREATE,
    /** Any other change. */
    WRITE,
    /** A read that a change in progress waits for. */
    READ,
    /** A read that only keeps us up to date. */
    REFRESH
}
