package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.SecretValue;
import org.jspecify.annotations.Nullable;

/** Requests as services make them, for trying out what a key may do. Every call throws {@link OpenRouterException} when it is refused. */
public interface OpenRouterInference {
    /**
     * Asks a model for next to nothing, once, with a service's own key. Where it is served it costs a fraction of a cent.
     *
     * @param model its id, such as {@code openai/gpt-5}
     * @param onlyProvider the slug of the one provider that may serve, null for any
     */
    ServedRequest ask(SecretValue key, String model, @Nullable String onlyProvider);
}
