package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Other;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.Set;

/** Reads a whole object that says itself what it is. */
public final class ObjectFactsReader {
    private ObjectFactsReader() {}

    /**
     * The facts.
     *
     * @param namespace taken for an object that names none
     */
    public static ObjectFacts read(JsonNode object, String namespace) {
        return read(JsonValue.of(object), namespace);
    }

    private static ObjectFacts read(JsonValue object, String namespace) {
        String kind = object.path("kind").asText();
        JsonValue metadata = object.path("metadata");
        String own = metadata.path("namespace").asText();
        ObjectIdentity identity = ObjectIdentityReader.read(
                kind, own.isEmpty() ? namespace : own, metadata.path("name").asText(), object);
        return switch (kind) {
            case "Secret" -> new Contents(identity, ContentReader.secret(object), MarkReader.read(object));
            case "ConfigMap" -> new Contents(identity, ContentReader.configMap(object), Set.of());
            default ->
                PodShape.pointerFor(PodShape.groupOf(object.path("apiVersion").asText()), kind)
                        .<ObjectFacts>map(pointer -> new Pods(PodFactsReader.read(identity, object, pointer)))
                        .orElseGet(() -> new Other(identity));
        };
    }
}
