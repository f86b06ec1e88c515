package io.openrouteroperator.core.openrouter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request that was served.
 *
 * @param model the model that answered
 * @param provider display name of who served it, null where OpenRouter does not tell
 * @param usd what it cost in US dollars, null where OpenRouter does not tell
 */
public record ServedRequest(
        String model, @Nullable String provider, @Nullable BigDecimal usd) {}
