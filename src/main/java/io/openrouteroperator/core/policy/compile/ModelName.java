package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.Model;

/**
 * The one name that models are compared by: the canonical slug, which guardrails store, and the variant, which they keep apart.
 * The catalogue gives a free variant the canonical slug of the paid model, so the slug alone would let one in for the other.
 */
public final class ModelName {
    private ModelName() {}

    /** Such as {@code openai/gpt-5-2025-08-07} or {@code deepseek/deepseek-r1-0528:free}. */
    public static String of(Model model) {
        String slug = model.canonicalSlug();
        int variant = model.id().lastIndexOf(':');
        return variant < 0 || slug.indexOf(':') >= 0 ? slug : slug + model.id().substring(variant);
    }
}
