package io.openrouteroperator.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guardrails, and the account's privacy settings, laid over each other: an endpoint must pass all of them. */
public final class Restrictions {

    /** Why an endpoint is out, in the API's words. */
    public static final String NOT_ALLOWED_PROVIDER = "allowed_providers";

    public static final String NOT_ALLOWED_MODEL = "allowed_models";
    public static final String NO_ZDR = "data_policy:zdr";
    public static final String TRAINING = "data_policy:training";

    private final List<JsonNode> layers;

    /** Layers in the wire form of guardrails. */
    public Restrictions(List<? extends JsonNode> layers) {
        this.layers = List.copyOf(layers);
    }

    /** The endpoints of a model that pass. */
    public List<Endpoint> remaining(Model model) {
        return model.endpoints().stream()
                .filter(endpoint -> exclusion(model, endpoint).isEmpty())
                .toList();
    }

    /** The first reason why an endpoint is out; empty if it passes. */
    public Optional<String> exclusion(Model model, Endpoint endpoint) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode layer : layers) {
            if (!allowsModel(layer, model)) {
                reasons.add(NOT_ALLOWED_MODEL);
            }
            if (!allowsProvider(layer, endpoint)) {
                reasons.add(NOT_ALLOWED_PROVIDER);
            }
            if (layer.path(model.zdrField()).asBoolean() && !endpoint.isZdr()) {
                reasons.add(NO_ZDR);
            }
            if (!allowsDataUse(layer, endpoint)) {
                reasons.add(TRAINING);
            }
        }
        return reasons.stream().findFirst();
    }

    private static boolean allowsModel(JsonNode layer, Model model) {
        return isEmptyOrHas(layer.path("allowed_models"), model.permaslug())
                && !has(layer.path("ignored_models"), model.permaslug());
    }

    private static boolean allowsProvider(JsonNode layer, Endpoint endpoint) {
        // Guardrails know providers by slug only; whether they understand a region or variant after it is not
        // documented.
        String slug = endpoint.provider().slug();
        return isEmptyOrHas(layer.path("allowed_providers"), slug) && !has(layer.path("ignored_providers"), slug);
    }

    private static boolean allowsDataUse(JsonNode layer, Endpoint endpoint) {
        boolean trainingRefused =
                isFalse(layer, endpoint.free() ? "enable_free_model_training" : "enable_paid_model_training");
        boolean publicationRefused = isFalse(layer, "enable_free_model_publication");
        return !(trainingRefused && endpoint.trains()) && !(publicationRefused && endpoint.publishes());
    }

    /** Null inherits the outer layer; only a stated "no" restricts. */
    private static boolean isFalse(JsonNode layer, String field) {
        return layer.path(field).isBoolean() && !layer.path(field).booleanValue();
    }

    private static boolean isEmptyOrHas(JsonNode list, String value) {
        return list.isEmpty() || has(list, value);
    }

    private static boolean has(JsonNode list, String value) {
        for (JsonNode entry : list) {
            if (entry.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
