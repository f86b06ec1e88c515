package io.openrouteroperator.core.usage;

/**
 * What served requests are counted by.
 *
 * @param provider slug, or {@code unknown} for every name that the catalogue does not have
 */
public record Served(String policy, String classification, String provider, UsageVerdict verdict) {}
