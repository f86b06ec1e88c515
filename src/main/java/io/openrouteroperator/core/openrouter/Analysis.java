package io.openrouteroperator.core.openrouter;

import java.util.List;

/**
 * An answer of OpenRouter's analytics, which may lack something without being an error.
 *
 * @param rows what was answered
 * @param gaps why there may be more than that, as sentences; empty for an answer that is whole
 */
public record Analysis<T>(List<T> rows, List<String> gaps) {
    public Analysis {
        rows = List.copyOf(rows);
        gaps = List.copyOf(gaps);
    }

    /** Whether nothing is lacking. */
    public boolean isWhole() {
        return gaps.isEmpty();
    }
}
