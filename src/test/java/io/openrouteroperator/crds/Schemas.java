package io.openrouteroperator.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Looks into schemas; a part that must be there and is not is an error with its name. */
final class Schemas {
    private Schemas() {}

    /** The schema of whole objects. */
    static JSONSchemaProps root(CustomResourceDefinition crd) {
        return crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
    }

    /** Visits a schema and all schemas within it. */
    static void visit(JSONSchemaProps schema, Consumer<JSONSchemaProps> visitor) {
        visitor.accept(schema);
        parts(schema).values().forEach(part -> visit(part, visitor));
    }

    /** The schemas directly within a schema, by how they continue a path: {@code .name}, {@code []}, {@code {}}. */
    static Map<String, JSONSchemaProps> parts(JSONSchemaProps schema) {
        Map<String, JSONSchemaProps> parts = new TreeMap<>();
        schema.getProperties().forEach((name, part) -> parts.put("." + name, part));
        if (schema.getItems() != null) {
            parts.put("[]", schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            parts.put("{}", schema.getAdditionalProperties().getSchema());
        }
        return parts;
    }

    /** The schema of one field of an object. */
    static JSONSchemaProps property(JSONSchemaProps schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), () -> "the schema has no property " + name);
    }
}
