package io.openrouteroperator.core.openrouter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a guardrail says; every write sends all of it, because what omitting a field does is not documented.
 *
 * @param name 1 to 200 characters
 * @param description at most 1,000 characters
 * @param limit budget per key, null for none; amount and interval go together
 * @param providers allowed provider slugs
 * @param models allowed models by canonical slug
 * @param zeroDataRetention enforced for all model groups
 * @param training whether endpoints that may train on prompts are allowed, paid and free alike
 * @param freeModelPublication whether free endpoints that may publish prompts are allowed
 * @param redactions built-in filters that redact, sorted
 */
public record GuardrailSettings(
        String name,
        String description,
        @Nullable SpendLimit limit,
        AllowList providers,
        AllowList models,
        boolean zeroDataRetention,
        boolean training,
        boolean freeModelPublication,
        List<ContentFilter> redactions) {
    public GuardrailSettings {
        redactions = redactions.stream().sorted().distinct().toList();
    }

    /** Equal, with the budget compared by {@link SpendLimit#sameAs}: {@code 50.0} read back is the {@code 50} that was written. */
    public boolean sameAs(GuardrailSettings other) {
        boolean sameLimit =
                (limit == null || other.limit == null) ? Objects.equals(limit, other.limit) : limit.sameAs(other.limit);
        return sameLimit && withoutLimit().equals(other.withoutLimit());
    }

    private GuardrailSettings withoutLimit() {
        return new GuardrailSettings(
                name,
                description,
                null,
                providers,
                models,
                zeroDataRetention,
                training,
                freeModelPublication,
                redactions);
    }
}
