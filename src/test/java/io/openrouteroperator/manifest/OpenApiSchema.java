package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of a pod as an API server describes them at {@code /openapi/v3/api/v1}. */
final class OpenApiSchema {
    private static final String REFERENCE = "#/components/schemas/";
    private static final String POD_SPEC = "io.k8s.api.core.v1.PodSpec";

    private final JsonNode schemas;
    private final List<PodField> fields = new ArrayList<>();

    private OpenApiSchema(JsonNode schemas) {
        this.schemas = schemas;
    }

    static List<PodField> textFields(JsonNode document) {
        OpenApiSchema schema = new OpenApiSchema(document.at("/components/schemas"));
        schema.visit("", schema.schemas.path(POD_SPEC));
        return schema.fields;
    }

    private void visit(String path, JsonNode written) {
        JsonNode schema = resolved(written);
        if (schema.has("properties")) {
            String prefix = path.isEmpty() ? "" : path + ".";
            schema.path("properties").properties().forEach(field -> visit(prefix + field.getKey(), field.getValue()));
        } else if (schema.path("type").asText().equals("array")) {
            visit(path + "[]", schema.path("items"));
        } else if (isText(resolved(schema.path("additionalProperties")))) {
            fields.add(new PodField(path + "{}"));
        } else if (isText(schema)) {
            fields.add(new PodField(path));
        }
    }

    /** Quantities and dates say a format or several types; they hold no free text. */
    private static boolean isText(JsonNode schema) {
        return schema.path("type").asText().equals("string") && !schema.has("format");
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode single =
                schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
        return single.has("$ref") ? schemas.path(single.path("$ref").asText().replace(REFERENCE, "")) : schema;
    }
}
