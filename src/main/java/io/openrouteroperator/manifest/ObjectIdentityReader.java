package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.List;
import java.util.function.Supplier;

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
        List<Supplier<String>> candidates = List.of(
                () -> labels.path("app.kubernetes.io/name").asText(),
                () -> labels.path("app").asText(),
                () -> name,
                () -> withoutDashesAtEnd(metadata.path("generateName").asText()));
        for (Supplier<String> candidate : candidates) {
            String service = candidate.get();
            if (!service.isEmpty()) {
                return service;
            }
        }
        return FALLBACK;
    }

    private static String withoutDashesAtEnd(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '-') {
            end--;
        }
        return name.substring(0, end);
    }
}
