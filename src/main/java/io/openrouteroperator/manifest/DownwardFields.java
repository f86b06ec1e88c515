package io.openrouteroperator.manifest;

import java.util.List;

/** The fields of a pod that the downward API hands to its variables, as far as whoever writes the pod chooses their values. */
final class DownwardFields {
    private static final List<String> MAPS = List.of("annotations", "labels");
    private static final List<String> FIELDS =
            List.of("metadata.name", "metadata.namespace", "spec.serviceAccountName", "spec.nodeName");

    private final JsonValue pod;

    DownwardFields(JsonValue pod) {
        this.pod = pod;
    }

    /** What a variable gets; empty for what is not in the pod. */
    String valueOf(JsonValue valueFrom) {
        String field = valueFrom.path("fieldRef").path("fieldPath").asText();
        if (field.isEmpty()) {
            return "";
        }
        for (String map : MAPS) {
            String opening = "metadata." + map + "['";
            if (field.startsWith(opening) && field.endsWith("']") && field.length() > opening.length() + 1) {
                String name = field.substring(opening.length(), field.length() - 2);
                return pod.path("metadata").path(map).path(name).asText();
            }
        }
        return FIELDS.contains(field) ? pod.at("/" + field.replace('.', '/')).asText() : "";
    }
}
