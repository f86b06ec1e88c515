package io.openrouteroperator.core.policy;

import java.util.List;

/**
 * What providers may do with the data.
 *
 * @param allowTraining whether endpoints that may train on prompts are allowed
 * @param zeroDataRetention whether only endpoints that keep no data may serve
 * @param redact OpenRouter's built-in filters that redact personal data in requests
 */
public record DataRules(boolean allowTraining, boolean zeroDataRetention, List<String> redact) {
    public DataRules {
        redact = List.copyOf(redact);
    }

    /** What a classification without data rules gets: no training, retention as the provider does it. */
    public static DataRules standard() {
        return new DataRules(false, false, List.of());
    }
}
