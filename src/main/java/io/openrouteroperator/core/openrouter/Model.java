package io.openrouteroperator.core.openrouter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model of the catalogue.
 *
 * @param id the name requests use, such as {@code openai/gpt-5:free}
 * @param canonicalSlug the permanent name that guardrails store
 * @param expires the day it goes away, null when none is announced
 */
public record Model(
        String id, String canonicalSlug, @Nullable LocalDate expires) {
    /** Whether it is a free variant. */
    public boolean free() {
        return id.endsWith(":free");
    }
}
