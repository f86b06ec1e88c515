package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.stream.Stream;

/** Names the object under review, and guesses what its service is called. */
public final class ObjectIdentityReader {
    private static final String FALLBACK = "my-service";

    private ObjectIdentityReader() {}

    /** Its kind and name, and the name to suggest for its service. */
    public static ObjectIdentity read(String kind, String namespace, String name, JsonValue object) {
        JsonValue metadata = object.path("metadata");
        return new ObjectIdentity(kind, namespace, name, service(metadata, name));
    }

    /** Labels first, since a pod's own name ends in what its controllers appended. */
    private static String service(JsonValue metadata, String name) {
        JsonValue labels = metadata.path("labels");
        String generated = metadata.path("generateName").asText().replaceAll("-+$", "");
        return Stream.of(
                        labels.path("app.kubernetes.io/name").asText(),
                        labels.path("app").asText(),
                        name,
                        generated)
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse(FALLBACK);
    }
}
