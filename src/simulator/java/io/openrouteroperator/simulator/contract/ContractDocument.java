package io.openrouteroperator.simulator.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An OpenAPI document as a tree.
 *
 * @param root the whole document
 */
public record ContractDocument(JsonNode root) {

    private static final String RESOURCE = "/contract/openrouter.yaml";

    /** Our own contract, from the class path. */
    public static ContractDocument ours() {
        try (InputStream yaml = ContractDocument.class.getResourceAsStream(RESOURCE)) {
            return read(Objects.requireNonNull(yaml, RESOURCE));
        } catch (IOException broken) {
            throw new UncheckedIOException(RESOURCE, broken);
        }
    }

    /** Any OpenAPI document in YAML. */
    public static ContractDocument read(InputStream yaml) {
        return new ContractDocument(new YAMLMapper().readTree(yaml));
    }

    /** The JSON pointer of what stands at {@code pointer}, after following {@code $ref}. */
    public String resolve(String pointer) {
        JsonNode reference = root.at(pointer).path("$ref");
        return reference.isString() ? resolve(reference.asString().substring(1)) : pointer;
    }

    /** The node at {@code pointer}, after following {@code $ref}; a missing node if there is none. */
    public JsonNode at(String pointer) {
        return root.at(resolve(pointer));
    }

    /** {@code name} as one step of a JSON pointer. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
