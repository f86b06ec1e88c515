package io.openrouteroperator.simulator.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How literally answers are held to the contract. Requests are always read as written; OpenRouter adds fields and enum values without
 * notice, so only answers have two readings.
 */
public enum Reading {
    /** Answers carry no field and no enum value that the contract does not name: the reading for a simulator, where those are typos. */
    EXACT {
        @Override
        void adapt(ObjectNode schema) {
            boolean describesFields =
                    schema.path("properties").isObject() && schema.has("type") && !schema.has("additionalProperties");
            if (describesFields) {
                schema.put("additionalProperties", false);
            }
        }
    },

    /** Unknown fields and enum values pass: the reading for a real server that may be newer than the contract. */
    TOLERANT {
        @Override
        void adapt(ObjectNode schema) {
            // A single value tells the alternatives of a oneOf apart and stays.
            if (schema.path("enum").size() > 1) {
                schema.remove("enum");
            }
            if (schema.path("additionalProperties").isBoolean()) {
                schema.remove("additionalProperties");
            }
        }
    };

    abstract void adapt(ObjectNode schema);

    /** A copy of the schemas below {@code node}, adapted to this reading. */
    JsonNode of(JsonNode node) {
        JsonNode copy = node.deepCopy();
        adaptAll(copy);
        return copy;
    }

    private void adaptAll(JsonNode node) {
        node.forEach(this::adaptAll);
        // A map of fields is no schema, although one of its fields may be called "enum" or "type".
        if (node instanceof ObjectNode object && !object.path("type").isObject()) {
            adapt(object);
        }
    }
}
