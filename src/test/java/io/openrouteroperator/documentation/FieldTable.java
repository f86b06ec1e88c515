package io.openrouteroperator.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The fields below one place of a schema as a table, each with its whole path. */
final class FieldTable {
    private static final String HEAD = """
            | field | type | meaning |
            |---|---|---|
            """;

    private final StringBuilder rows = new StringBuilder(HEAD);

    private FieldTable() {}

    static String of(String path, JsonNode schema) {
        FieldTable table = new FieldTable();
        table.addFields(path, schema);
        return table.rows.toString();
    }

    private void addFields(String path, JsonNode schema) {
        schema.path("properties").forEachEntry((name, field) -> {
            String at = path + "." + name;
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(entry -> entry.asText().equals(name));
            rows.append("| `%s`%s | %s | %s |\n".formatted(at, required ? " *" : "", type(field), meaning(field)));
            if (!name.equals("conditions")) {
                addFields(at, field);
                addFields(at + "[]", field.path("items"));
                addFields(at + "{}", field.path("additionalProperties"));
            }
        });
    }

    private static String type(JsonNode field) {
        String type = field.path("type").asText("any");
        return switch (type) {
            case "array" -> "list of " + plural(field.at("/items/type").asText());
            case "object" ->
                field.has("additionalProperties")
                        ? "map of "
                                + plural(field.at("/additionalProperties/type").asText())
                        : "object";
            default -> type;
        };
    }

    private static String plural(String type) {
        return type.isEmpty() ? "values" : type + "s";
    }

    private static String meaning(JsonNode field) {
        List<String> parts = new ArrayList<>();
        parts.add(field.path("description").asText());
        field.path("x-kubernetes-validations")
                .forEach(rule ->
                        parts.add("*Rule:* " + sentence(rule.path("message").asText())));
        String text = String.join(" ", parts).strip();
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
