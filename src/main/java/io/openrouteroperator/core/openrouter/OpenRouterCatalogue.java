package io.openrouteroperator.core.openrouter;

import java.util.List;

/** The public catalogue. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterCatalogue {
    /** All providers. */
    List<Provider> providers();

    /** All models, variants included. */
    List<Model> models();

    /** All endpoints that keep no data. */
    List<Endpoint> zeroDataRetentionEndpoints();

    /** All endpoints that serve one model, by its id ({@code author/slug}). */
    List<Endpoint> endpoints(String modelId);
}
