package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.access.Caller;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.policy.PolicyInForce;
import io.openrouteroperator.simulator.policy.Restrictions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Providers, models and endpoints; and the models that are left to one key, the only reading of the policy in effect. */
public final class CatalogueResource {

    private static final int USUAL_LIMIT = 500;
    private static final Set<String> EUROPE = Set.of("BE", "DE", "FI", "FR", "IE", "IS", "NL", "SE");

    private final Supplier<Catalogue> catalogue;
    private final PolicyInForce policy;

    public CatalogueResource(Supplier<Catalogue> catalogue, PolicyInForce policy) {
        this.catalogue = catalogue;
        this.policy = policy;
    }

    public void addTo(Routes routes) {
        routes.get("/providers", Access.PUBLIC, call -> providers());
        routes.get("/endpoints/zdr", Access.PUBLIC, call -> zdrEndpoints());
        routes.get("/models", Access.PUBLIC, this::models);
        routes.get("/models/user", Access.ANY_KEY, this::modelsOfCaller);
        routes.get("/models/{author}/{slug}/endpoints", Access.PUBLIC, this::endpointsOfModel);
    }

    private Answer providers() {
        ArrayNode data = Wire.array();
        catalogue.get().providers().forEach(provider -> data.add(CatalogueWire.provider(provider)));
        return Answer.ok(Wire.list(data));
    }

    private Answer zdrEndpoints() {
        ArrayNode data = Wire.array();
        for (Model model : catalogue.get().models()) {
            model.endpoints().stream()
                    .filter(Endpoint::isZdr)
                    .forEach(endpoint -> data.add(CatalogueWire.endpoint(model, endpoint)));
        }
        return Answer.ok(Wire.list(data));
    }

    private Answer endpointsOfModel(Call call) {
        Model model = catalogue
                .get()
                .model(call.step("author") + "/" + call.step("slug"))
                .orElseThrow(Refusal::notFound);
        return Answer.data(CatalogueWire.modelWithEndpoints(model));
    }

    private Answer models(Call call) {
        Predicate<Endpoint> wanted = endpoint -> true;
        if (call.flag("zdr")) {
            wanted = wanted.and(Endpoint::isZdr);
        }
        wanted = wanted.and(
                call.parameter("region").map(CatalogueResource::inRegion).orElse(endpoint -> true));
        wanted = wanted.and(
                call.parameter("providers").map(CatalogueResource::ofProviders).orElse(endpoint -> true));
        Predicate<Endpoint> endpoints = wanted;
        List<String> authors = words(call.parameter("model_authors").orElse(""));
        String text = call.parameter("q").orElse("").toLowerCase(Locale.ROOT);
        return page(
                call,
                available(call)
                        .filter(model -> model.endpoints().stream().anyMatch(endpoints))
                        .filter(model -> authors.isEmpty() || authors.contains(model.author()))
                        .filter(model -> model.id().contains(text))
                        .toList());
    }

    private Answer modelsOfCaller(Call call) {
        Restrictions restrictions = call.caller() instanceof Caller.Service service
                ? policy.restrictions(service.key())
                : policy.accountRestrictions();
        return page(
                call,
                available(call)
                        .filter(model -> !restrictions.remaining(model).isEmpty())
                        .toList());
    }

    /** All models which have not passed their last day. */
    private Stream<Model> available(Call call) {
        LocalDate today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC);
        return catalogue.get().models().stream().filter(model -> !model.isExpired(today));
    }

    /** The full list if neither offset nor limit is given. */
    private static Answer page(Call call, List<Model> models) {
        boolean whole =
                call.parameter("offset").isEmpty() && call.parameter("limit").isEmpty();
        int limit = whole ? models.size() : call.number("limit", USUAL_LIMIT);
        int end = Math.min(models.size(), call.offset() + limit);
        ArrayNode data = Wire.array();
        models.stream().skip(call.offset()).limit(limit).forEach(model -> data.add(CatalogueWire.model(model)));
        ObjectNode body = Wire.list(data);
        body.put("total_count", models.size());
        String next = call.request().path() + "?offset=" + end + "&limit=" + limit;
        body.putObject("links").put("next", end < models.size() ? "/api/v1" + next : null);
        return Answer.ok(body);
    }

    private static Predicate<Endpoint> inRegion(String region) {
        Predicate<String> inside = region.equals("eu") ? EUROPE::contains : "US"::equals;
        return endpoint -> {
            List<String> datacenters = endpoint.provider().datacenters();
            return datacenters != null && datacenters.stream().allMatch(inside);
        };
    }

    private static Predicate<Endpoint> ofProviders(String names) {
        List<String> wanted = words(names);
        return endpoint -> wanted.stream().anyMatch(endpoint::isNamed);
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(word -> !word.isBlank())
                .map(String::strip)
                .toList();
    }
}
