package io.openrouteroperator.simulator.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model, or the free variant of one.
 *
 * @param id author and slug, with {@code :free} for the variant
 * @param canonicalSlug the lasting name, the same for a model and its variant
 * @param promptPrice USD per token
 * @param completionPrice USD per token
 * @param contextLength tokens
 * @param expires last day, null where none is announced
 */
public record Model(
        String id,
        String canonicalSlug,
        String tokenizer,
        BigDecimal promptPrice,
        BigDecimal completionPrice,
        int contextLength,
        @Nullable LocalDate expires,
        List<Endpoint> endpoints) {

    private static final String FREE = ":free";

    public boolean isFree() {
        return id.endsWith(FREE);
    }

    public String author() {
        return id.substring(0, id.indexOf('/'));
    }

    /** The lasting name of exactly this variant: what guardrails store. */
    public String permaslug() {
        return isFree() ? canonicalSlug + FREE : canonicalSlug;
    }

    /** The field of a guardrail that demands zero data retention for this model. */
    public String zdrField() {
        return switch (author()) {
            case "anthropic", "openai", "google" -> "enforce_zdr_" + author();
            case "x-ai" -> "enforce_zdr_xai";
            default -> "enforce_zdr_other";
        };
    }

    public boolean isExpired(LocalDate today) {
        return expires != null && today.isAfter(expires);
    }
}
