package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Instant;

/**
 * What was served lately, some hours behind at most and today's calls too. No more than 64 calls a minute are answered (OpenRouter's
 * openrouter-analytics-query skill). Every call throws {@link OpenRouterException} when it has no answer.
 */
public interface OpenRouterAnalytics {
    /**
     * Which keys called.
     *
     * @param from the beginning, inclusive
     * @param to the end, after the beginning
     */
    Analysis<CallingKey> callingKeys(Instant from, Instant to);

    /**
     * What one key was served; nothing, and a gap, for a key that OpenRouter cannot find.
     *
     * @param from the beginning, inclusive, of the UTC day that the rows are of
     * @param to the end, after the beginning
     */
    Analysis<ActivityRow> served(KeyHash key, Instant from, Instant to);
}
