package io.openrouteroperator.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes an answer look like one of a newer API: fields and values which nobody has heard of. */
public final class Distortion {

    private static final String NEW_FIELD = "added_since_the_contract";

    /** A value outside the set for each field that has one. */
    private static final Map<String, String> NEW_VALUES = Map.of(
            "limit_reset", "hourly",
            "reset_interval", "hourly",
            "provider_name", "Provider Of Tomorrow",
            "headquarters", "ZZ",
            "quantization", "int1",
            "tokenizer", "Successor",
            "action", "quarantine",
            "finish_reason", "enlightened",
            "strategy", "clairvoyant",
            "default_provider_sort", "horoscope");

    private Distortion() {}

    /** Changes {@code body} in place. */
    public static void apply(FaultSet faults, JsonNode body) {
        if (faults.has(Fault.UnknownFields.class)) {
            addFields(body);
        }
        if (faults.has(Fault.UnknownEnumValues.class)) {
            changeValues(body);
        }
    }

    private static void addFields(JsonNode node) {
        node.forEach(Distortion::addFields);
        if (node instanceof ObjectNode object) {
            object.putObject(NEW_FIELD).put("nested", true);
        }
    }

    private static void changeValues(JsonNode node) {
        node.forEach(Distortion::changeValues);
        if (node instanceof ObjectNode object) {
            NEW_VALUES.forEach((field, value) -> {
                if (object.path(field).isTextual()) {
                    object.put(field, value);
                }
            });
            if (object.path("status").isInt()) {
                object.put("status", -42);
            }
        }
    }
}
