package io.openrouteroperator.core.openrouter;

/** When a spending limit starts afresh: midnight UTC, Monday, the first of the month, or never. */
public enum ResetInterval {
    DAILY,
    WEEKLY,
    MONTHLY,
    NEVER
}
