package io.openrouteroperator.simulator.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.openrouteroperator.simulator.contract.Violation.Part;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of one document, each compiled at its first use and kept. Safe for use by many threads. */
final class SchemaSet {

    private static final String LOCATION = "urn:openrouter-contract";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    SchemaSet(JsonNode document) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(LOCATION, document.toString())));
    }

    /** The breaches of the schema at {@code pointer} by a JSON text. */
    List<Violation> check(String pointer, Part part, String text) {
        try {
            return check(pointer, part, "", JSON.readTree(text));
        } catch (JacksonException malformed) {
            // The parser's own message quotes the text, which may contain a key.
            return List.of(new Violation(part, "", "json", "is not JSON"));
        }
    }

    /** The breaches of the schema at {@code pointer} by a value; {@code name} goes before the pointers into it. */
    List<Violation> check(String pointer, Part part, String name, JsonNode value) {
        return schema(pointer).validate(value).stream()
                .map(error ->
                        new Violation(part, name + error.getInstanceLocation(), error.getKeyword(), error.getMessage()))
                .distinct()
                .toList();
    }

    private Schema schema(String pointer) {
        return compiled.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(LOCATION + "#" + at)));
    }
}
