package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.policy.RequestPreferences;
import io.openrouteroperator.simulator.policy.Restrictions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Chooses the endpoint that serves a request. */
final class Router {

    private Router() {}

    /**
     * The endpoints that may serve, the chosen one first.
     *
     * @param ownKey whether the customer has brought a key for an endpoint's provider; such endpoints go first
     * @throws Refusal if none may, saying what excluded them
     */
    static List<Endpoint> choose(
            Model model, Restrictions restrictions, RequestPreferences preferences, Predicate<Endpoint> ownKey) {
        List<Endpoint> permitted = restrictions.remaining(model);
        if (permitted.isEmpty()) {
            Set<String> reasons = new TreeSet<>();
            model.endpoints()
                    .forEach(endpoint -> restrictions.exclusion(model, endpoint).ifPresent(reasons::add));
            throw unavailable(
                    404,
                    "No endpoints available matching your guardrail restrictions and data policy. Configure:"
                            + " https://openrouter.ai/settings/privacy",
                    "privacy_restricted",
                    reasons);
        }
        List<Endpoint> wanted = permitted.stream()
                .filter(endpoint -> preferences.exclusion(model, endpoint).isEmpty())
                .sorted(Comparator.comparingInt((Endpoint endpoint) -> ownKey.test(endpoint) ? 0 : 1)
                        .thenComparingInt(preferences::rank))
                .toList();
        if (wanted.isEmpty()) {
            Set<String> reasons = new TreeSet<>();
            permitted.forEach(endpoint -> preferences.exclusion(model, endpoint).ifPresent(reasons::add));
            throw unavailable(
                    404, "No allowed providers are available for the selected model.", "constraint_filtered", reasons);
        }
        return wanted;
    }

    /** A refusal for want of an endpoint, in the documented form. */
    static Refusal unavailable(int status, String message, String code, Set<String> reasons) {
        ObjectNode availability = JsonNodeFactory.instance.objectNode();
        availability.put("code", code);
        ArrayNode excludedBy = availability.putArray("excluded_by");
        reasons.forEach(excludedBy::add);
        return new Refusal(status, message).with("availability", availability);
    }
}
