package io.openrouteroperator.simulator.resource.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads filters. Values are ids and not the names which rows show; the hash of a key stands for its id. */
final class FilterReading {

    private static final String NUMBER = "-?\\d+";
    private static final String HASH = "[0-9a-f]{64}";
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Account account;
    private final List<String> warnings = new ArrayList<>();

    FilterReading(Account account) {
        this.account = account;
    }

    /** What could not be resolved so far. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Reads one filter.
     *
     * @param place where in the query it stands
     * @throws Refusal naming the field
     */
    Filter read(JsonNode wire, String place) {
        Dimension field = Named.of(Dimension.values(), wire.path("field").asText(), place + ".field");
        Operator operator = Named.of(Operator.values(), wire.path("operator").asText(), place + ".operator");
        JsonNode value = wire.path("value");
        if (value.isArray() != operator.takesArray()) {
            throw Refusal.badRequest("Invalid " + place + ".value: " + operator.wireName() + " takes "
                    + (operator.takesArray() ? "an array" : "a scalar"));
        }
        boolean includeUnset = wire.path("include_unset").asBoolean();
        if (includeUnset && !(operator.takesArray() && field.hasUnsetBucket())) {
            throw Refusal.badRequest("Invalid " + place + ".include_unset: only for in and not_in, and not for "
                    + "dimensions without unset bucket");
        }
        return new Filter(field, operator, wanted(field, value, place + ".value"), includeUnset);
    }

    private List<String> wanted(Dimension field, JsonNode value, String place) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            id(field, one.asText(), place).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<String> id(Dimension field, String value, String place) {
        return switch (field) {
            case API_KEY_ID ->
                value.matches(HASH) ? keyNumber(value) : checked(value, NUMBER, place, "numeric id or hash");
            case WORKSPACE -> checked(value, UUID, place, "UUID");
            case APP -> checked(value, NUMBER, place, "numeric id");
            default -> Optional.of(value);
        };
    }

    private static Optional<String> checked(String value, String pattern, String place, String expected) {
        if (!value.matches(pattern)) {
            throw Refusal.badRequest("Invalid " + place + ": takes a " + expected + ", not the name shown");
        }
        return Optional.of(value);
    }

    /** Only keys that exist are resolved: no documentation says that deleted ones are. */
    private Optional<String> keyNumber(String hash) {
        Optional<String> number = account.keys().find(hash).map(ApiKey::number).map(String::valueOf);
        if (number.isEmpty()) {
            warnings.add("api_key_id: could not resolve hash " + hash);
        }
        return number;
    }
}
