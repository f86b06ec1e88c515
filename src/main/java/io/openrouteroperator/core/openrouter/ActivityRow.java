package io.openrouteroperator.core.openrouter;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was served on one UTC day, of one model by one endpoint.
 *
 * @param date the UTC day
 * @param model the name requests used, such as {@code openai/gpt-5:free}
 * @param canonicalSlug the permanent name of the model; the name requests used where OpenRouter gives no other
 * @param providerName display name of the provider that served; not its slug (trap 20)
 * @param requests how many
 * @param usd US dollars paid to OpenRouter
 * @param byokUsd US dollars paid to the provider under an own credential
 */
public record ActivityRow(
        LocalDate date,
        String model,
        String canonicalSlug,
        String providerName,
        long requests,
        BigDecimal usd,
        BigDecimal byokUsd) {}
