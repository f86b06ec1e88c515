package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Provider;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A catalogue in the order and by the names that compiling needs. */
final class CatalogueIndex {
    private final Catalogue catalogue;
    private final List<Provider> providers;
    private final List<ModelGroup> models;
    private final Map<String, Set<String>> zeroRetentionProviders;

    CatalogueIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.providers = catalogue.providers().stream()
                .sorted(Comparator.comparing(Provider::slug))
                .toList();
        this.models = ModelGroup.of(catalogue.models());
        this.zeroRetentionProviders = catalogue.zeroDataRetention().stream()
                .collect(Collectors.groupingBy(
                        Endpoint::modelId, Collectors.mapping(Endpoint::providerSlug, Collectors.toSet())));
    }

    List<Provider> providers() {
        return providers;
    }

    List<ModelGroup> models() {
        return models;
    }

    /** Whether the provider has any endpoint that keeps no data. */
    boolean keepsNoData(String providerSlug) {
        return zeroRetentionProviders.values().stream().anyMatch(slugs -> slugs.contains(providerSlug));
    }

    /** The providers that serve the model without keeping data. */
    Set<String> zeroRetentionProviders(ModelGroup model) {
        return model.providersIn(zeroRetentionProviders);
    }

    /** The providers that serve the model, or empty when the endpoints of one of its entries are not known. */
    Optional<Set<String>> knownProviders(ModelGroup model) {
        Set<String> slugs = new TreeSet<>();
        for (var entry : model.entries()) {
            Collection<Endpoint> endpoints = catalogue.endpoints().get(entry.id());
            if (endpoints == null) {
                return Optional.empty();
            }
            endpoints.forEach(endpoint -> slugs.add(endpoint.providerSlug()));
        }
        return Optional.of(slugs);
    }
}
