package io.openrouteroperator.core.policy;

/** What to do when OpenRouter's catalogue grows and a glob newly matches something. Narrowing always happens at once. */
public enum CatalogueGrowth {
    /** Add it. */
    FOLLOW,
    /** Keep the list until the rules change. */
    HOLD
}
