package io.openrouteroperator.simulator.contract.comparison;

import io.openrouteroperator.simulator.contract.ContractDocument;
import io.openrouteroperator.simulator.contract.comparison.Shape.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads the schemas of one document as shapes. A schema that contains itself is read as anything at the second meeting. */
final class ShapeReader {

    private static final Set<String> BOUNDS = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "default");

    /** Formats that tell a program how to store a number and accept every number. */
    private static final Set<String> STORAGE_FORMATS = Set.of("double", "float", "int32", "int64");

    private final ContractDocument document;
    private final Set<String> open = new HashSet<>();

    ShapeReader(ContractDocument document) {
        this.document = document;
    }

    /** The shape of a schema; {@link Shape#ANYTHING} if there is none. */
    Shape read(JsonNode schema) {
        if (!schema.isObject()) {
            return Shape.ANYTHING;
        }
        Shape shape = ShapeAlgebra.both(referenced(schema), own(schema));
        for (JsonNode part : schema.path("allOf")) {
            shape = ShapeAlgebra.both(shape, read(part));
        }
        for (String union : List.of("oneOf", "anyOf")) {
            List<Shape> alternatives = new ArrayList<>();
            Shape common = shape;
            schema.path(union).forEach(part -> alternatives.add(ShapeAlgebra.both(common, read(part))));
            shape = alternatives.isEmpty() ? shape : ShapeAlgebra.any(alternatives);
        }
        return shape;
    }

    private Shape referenced(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        if (!reference.isString() || !open.add(reference.asString())) {
            return Shape.ANYTHING;
        }
        Shape target = read(document.root().at(reference.asString().substring(1)));
        open.remove(reference.asString());
        return target;
    }

    private Shape own(JsonNode schema) {
        JsonNode additional = schema.path("additionalProperties");
        boolean typed = additional.isObject() && !additional.isEmpty();
        return new Shape(
                types(schema.path("type")),
                acceptsNull(schema),
                values(schema),
                bounds(schema),
                fields(schema),
                additional.isBoolean() && !additional.asBoolean(),
                typed ? Optional.of(read(additional)) : Optional.empty(),
                schema.has("items") ? Optional.of(read(schema.path("items"))) : Optional.empty(),
                new TreeMap<>());
    }

    private static SortedSet<String> types(JsonNode declared) {
        if (declared.isMissingNode()) {
            return Shape.ALL_TYPES;
        }
        SortedSet<String> types = new TreeSet<>();
        for (String name : names(declared)) {
            if (name.equals("number")) {
                types.addAll(Set.of("fraction", "integer"));
            } else if (!name.equals("null")) {
                types.add(name);
            }
        }
        return types;
    }

    private static boolean acceptsNull(JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean typeAllows = type.isMissingNode() || names(type).contains("null");
        JsonNode values = schema.path("enum");
        boolean valuesAllow = values.isMissingNode() || values.valueStream().anyMatch(JsonNode::isNull);
        return typeAllows && valuesAllow && !schema.has("const");
    }

    private static List<String> names(JsonNode textOrArray) {
        return textOrArray.isString()
                ? List.of(textOrArray.asString())
                : textOrArray.valueStream().map(JsonNode::asString).toList();
    }

    private static SortedSet<String> values(JsonNode schema) {
        SortedSet<String> values = new TreeSet<>();
        if (schema.has("const")) {
            values.add(text(schema.path("const")));
        }
        schema.path("enum").valueStream().filter(value -> !value.isNull()).forEach(value -> values.add(text(value)));
        return values;
    }

    private static SortedMap<String, String> bounds(JsonNode schema) {
        SortedMap<String, String> bounds = new TreeMap<>();
        schema.properties().stream()
                .filter(keyword -> BOUNDS.contains(keyword.getKey()))
                .filter(keyword -> !STORAGE_FORMATS.contains(keyword.getValue().asString("")))
                .forEach(keyword -> bounds.put(keyword.getKey(), text(keyword.getValue())));
        return bounds;
    }

    /** JSON text, with one spelling for equal numbers. */
    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.toString();
    }

    private SortedMap<String, Field> fields(JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        SortedMap<String, Field> fields = new TreeMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> fields.put(
                        property.getKey(), new Field(read(property.getValue()), required.contains(property.getKey()))));
        // Required here, described by another part of an allOf.
        required.forEach(name -> fields.putIfAbsent(name, new Field(Shape.ANYTHING, true)));
        return fields;
    }
}
