package io.openrouteroperator.core.compliance;

/**
 * A requirement that a control gives evidence for. It never says that the requirement is met.
 *
 * @param reference as the framework numbers it, such as {@code CC6.1} or {@code Art. 32(1)(b)}
 */
public record Mapping(Framework framework, String reference) {}
