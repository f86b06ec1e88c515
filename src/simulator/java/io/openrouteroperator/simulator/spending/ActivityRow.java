package io.openrouteroperator.simulator.spending;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one key did on one UTC day with one model on one endpoint.
 *
 * @param providerName display name
 * @param usage USD
 * @param byokUsage USD paid to the provider under the customer's own provider key
 */
public record ActivityRow(
        LocalDate date,
        String keyHash,
        String workspaceId,
        String model,
        String permaslug,
        String endpointId,
        String providerName,
        BigDecimal usage,
        BigDecimal byokUsage,
        long requests,
        long promptTokens,
        long completionTokens) {

    /** Both rows as one. */
    public ActivityRow plus(ActivityRow other) {
        return new ActivityRow(
                date,
                keyHash,
                workspaceId,
                model,
                permaslug,
                endpointId,
                providerName,
                usage.add(other.usage),
                byokUsage.add(other.byokUsage),
                requests + other.requests,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens);
    }
}
