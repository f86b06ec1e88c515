package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.spending.ActivityRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Calls that OpenRouter says it served, although nobody made them.
 *
 * @param openRouter whose word it is
 */
public record ServedCalls(Simulator openRouter) {
    /** A provider served a model that every tenant of the tests may use. */
    public void add(LocalDate day, String keyHash, String provider, long requests) {
        add(day, keyHash, "openai/gpt-4o", "openai/gpt-4o-20241120", provider, requests);
    }

    /** The same with another model, by the name that requests used and by its permanent one. */
    public void add(LocalDate day, String keyHash, String model, String permaslug, String provider, long requests) {
        openRouter
                .dashboard()
                .addActivity(new ActivityRow(
                        day,
                        keyHash,
                        "workspace",
                        model,
                        permaslug,
                        "endpoint-of-" + provider,
                        provider,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        requests,
                        10,
                        20));
    }
}
