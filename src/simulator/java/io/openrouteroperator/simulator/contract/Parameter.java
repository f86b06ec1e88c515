package io.openrouteroperator.simulator.contract;

import io.openrouteroperator.simulator.contract.Violation.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A path or query parameter of an operation.
 *
 * @param schema JSON pointer of its schema
 * @param types the JSON types its text may stand for
 */
record Parameter(String name, Part part, boolean required, String schema, Set<String> types) {

    /** The path and query parameters declared at an operation; header parameters are left to the server. */
    static List<Parameter> of(ContractDocument document, String operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (int index = 0; index < document.at(operation + "/parameters").size(); index++) {
            String pointer = document.resolve(operation + "/parameters/" + index);
            JsonNode declared = document.at(pointer);
            String place = declared.path("in").asString("");
            if (!place.equals("header")) {
                parameters.add(new Parameter(
                        declared.path("name").asString(),
                        place.equals("path") ? Part.PATH : Part.QUERY,
                        declared.path("required").asBoolean(false),
                        pointer + "/schema",
                        typesOf(document.at(pointer + "/schema").path("type"))));
            }
        }
        return List.copyOf(parameters);
    }

    List<Violation> check(SchemaSet schemas, Map<String, String> steps, Map<String, List<String>> query) {
        List<String> values = part == Part.PATH
                ? steps.containsKey(name) ? List.of(steps.get(name)) : List.of()
                : query.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return required ? List.of(new Violation(part, name, "missing", "is missing")) : List.of();
        }
        if (values.size() > 1) {
            return List.of(new Violation(part, name, "repeated", "is given " + values.size() + " times"));
        }
        return schemas.check(schema, part, name, value(values.getFirst()));
    }

    /** The JSON value which the text of a parameter stands for; a text that fits no other type stays a string and fails as one. */
    private JsonNode value(String text) {
        if (types.contains("integer") && text.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        if (types.contains("number") && text.matches("-?\\d+(\\.\\d+)?")) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static Set<String> typesOf(JsonNode declared) {
        Set<String> types = new HashSet<>();
        if (declared.isString()) {
            types.add(declared.asString());
        }
        declared.forEach(type -> types.add(type.asString()));
        return Set.copyOf(types);
    }
}
