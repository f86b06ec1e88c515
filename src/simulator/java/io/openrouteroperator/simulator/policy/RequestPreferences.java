package io.openrouteroperator.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code provider} object of one request. It can only narrow what the key may use anyway. */
public final class RequestPreferences {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final JsonNode wire;

    /** @param wire the object, or a missing or null node for none */
    public RequestPreferences(JsonNode wire) {
        this.wire = wire;
    }

    /** Why the request itself rules an endpoint out; empty if it does not. */
    public Optional<String> exclusion(Model model, Endpoint endpoint) {
        List<String> reasons = new ArrayList<>();
        if (!wire.path("only").isEmpty() && !names(wire.path("only"), endpoint)) {
            reasons.add("provider.only");
        }
        if (names(wire.path("ignore"), endpoint)) {
            reasons.add("provider.ignore");
        }
        if (!fallsBack() && !wire.path("order").isEmpty() && !names(wire.path("order"), endpoint)) {
            reasons.add("provider.order");
        }
        if (wire.path("zdr").asBoolean() && !endpoint.isZdr()) {
            reasons.add(Restrictions.NO_ZDR);
        }
        if (wire.path("data_collection").asText().equals("deny") && endpoint.trains()) {
            reasons.add(Restrictions.TRAINING);
        }
        if (isDearer("prompt", model.promptPrice()) || isDearer("completion", model.completionPrice())) {
            reasons.add("max_price");
        }
        return reasons.stream().findFirst();
    }

    /** The place of an endpoint in the order asked for; after all named ones if it is not named. */
    public int rank(Endpoint endpoint) {
        int rank = 0;
        for (JsonNode name : wire.path("order")) {
            if (endpoint.isNamed(name.asText())) {
                return rank;
            }
            rank++;
        }
        return rank;
    }

    private boolean fallsBack() {
        return wire.path("allow_fallbacks").asBoolean(true);
    }

    private boolean isDearer(String kind, BigDecimal perToken) {
        JsonNode most = wire.path("max_price").path(kind);
        return !most.isMissingNode() && perToken.multiply(MILLION).compareTo(new BigDecimal(most.asText())) > 0;
    }

    private static boolean names(JsonNode list, Endpoint endpoint) {
        for (JsonNode name : list) {
            if (endpoint.isNamed(name.asText())) {
                return true;
            }
        }
        return false;
    }
}
