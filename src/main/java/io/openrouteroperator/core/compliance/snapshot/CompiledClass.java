package io.openrouteroperator.core.compliance.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class as its policy's status has it: compiled from OpenRouter's catalogue and held at OpenRouter by a guardrail.
 *
 * @param providers slugs that may serve; {@code *} alone stands for all, none for a class that leaves nothing
 * @param models number of models that may be used, null for all
 * @param excluded named providers that do not qualify, each with the reason
 */
public record CompiledClass(
        String name,
        @Nullable String guardrailId,
        @Nullable String revision,
        List<String> providers,
        @Nullable Integer models,
        List<String> excluded) {
    public CompiledClass {
        providers = List.copyOf(providers);
        excluded = List.copyOf(excluded);
    }

    /** Whether it is in force at OpenRouter. */
    public boolean inForce() {
        return guardrailId != null && !providers.isEmpty();
    }
}
