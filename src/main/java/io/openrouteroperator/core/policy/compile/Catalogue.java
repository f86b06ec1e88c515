package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import java.util.List;
import java.util.Map;

/**
 * What OpenRouter offers at one moment.
 *
 * @param providers all providers
 * @param models all models, variants included
 * @param zeroDataRetention all endpoints that keep no data
 * @param endpoints the endpoints of a model by its id, for the models whose endpoints were asked for; a model that is missing here
 *     is taken to be served by every provider
 */
public record Catalogue(
        List<Provider> providers,
        List<Model> models,
        List<Endpoint> zeroDataRetention,
        Map<String, List<Endpoint>> endpoints) {
    public Catalogue {
        providers = List.copyOf(providers);
        models = List.copyOf(models);
        zeroDataRetention = List.copyOf(zeroDataRetention);
        endpoints = Map.copyOf(endpoints);
    }

    /** A catalogue in which no model's endpoints were asked for. */
    public static Catalogue withoutEndpoints(
            List<Provider> providers, List<Model> models, List<Endpoint> zeroDataRetention) {
        return new Catalogue(providers, models, zeroDataRetention, Map.of());
    }
}
