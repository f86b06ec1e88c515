package io.openrouteroperator.core.openrouter;

import java.math.BigDecimal;

/**
 * The account's credits in US dollars.
 *
 * @param total bought
 * @param used spent
 */
public record Credits(BigDecimal total, BigDecimal used) {}
