package io.openrouteroperator.simulator.catalogue;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All providers and models. */
public final class Catalogue {

    private final Map<String, Provider> providers;
    private final List<Model> models;
    private final Map<String, Model> byName = new HashMap<>();

    Catalogue(List<Provider> providers, List<Model> models) {
        this.providers = providers.stream()
                .collect(toMap(Provider::slug, provider -> provider, (first, second) -> first, LinkedHashMap::new));
        this.models = List.copyOf(models);
        models.forEach(model -> byName.putIfAbsent(model.permaslug(), model));
        models.forEach(model -> byName.put(model.id(), model));
    }

    /** The simulator's own catalogue. */
    public static Catalogue load() {
        return CatalogueFiles.read();
    }

    public List<Provider> providers() {
        return List.copyOf(providers.values());
    }

    public Optional<Provider> provider(String slug) {
        return Optional.ofNullable(providers.get(slug));
    }

    public List<Model> models() {
        return models;
    }

    /** The model of this id or lasting name. */
    public Optional<Model> model(String idOrPermaslug) {
        return Optional.ofNullable(byName.get(idOrPermaslug));
    }

    /** All endpoints that keep nothing. */
    public List<Endpoint> zdrEndpoints() {
        List<Endpoint> found = new ArrayList<>();
        models.forEach(
                model -> model.endpoints().stream().filter(Endpoint::isZdr).forEach(found::add));
        return found;
    }

    /** This catalogue with other facts about one provider, for tests of drift. */
    public Catalogue with(Provider changed) {
        Map<String, Provider> all = new LinkedHashMap<>(providers);
        all.put(changed.slug(), changed);
        List<Model> changedModels = models.stream()
                .map(model -> new Model(
                        model.id(),
                        model.canonicalSlug(),
                        model.tokenizer(),
                        model.promptPrice(),
                        model.completionPrice(),
                        model.contextLength(),
                        model.expires(),
                        model.endpoints().stream()
                                .map(endpoint -> endpoint.provider().slug().equals(changed.slug())
                                        ? new Endpoint(endpoint.permaslug(), endpoint.tag(), changed, endpoint.free())
                                        : endpoint)
                                .toList()))
                .toList();
        return new Catalogue(List.copyOf(all.values()), changedModels);
    }
}
