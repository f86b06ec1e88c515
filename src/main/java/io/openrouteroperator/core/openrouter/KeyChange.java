package io.openrouteroperator.core.openrouter;

/** One change of an existing key; each costs one of the account's daily key changes. */
public sealed interface KeyChange {
    /** Replace the spending limit; what was spent stays counted. */
    record SetLimit(SpendLimit limit) implements KeyChange {}

    /** Disable (reversible) or enable. */
    record SetDisabled(boolean disabled) implements KeyChange {}

    /** Give the name back that recovery relies on. */
    record Rename(String name) implements KeyChange {}
}
