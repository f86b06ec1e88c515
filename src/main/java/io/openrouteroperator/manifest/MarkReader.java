package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.OperatorMarks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads which of the operator's marks a Secret carries. */
public final class MarkReader {
    private static final List<String> PLACES = List.of("labels", "annotations");

    private MarkReader() {}

    /** Field paths of the marks. */
    public static Set<String> read(JsonValue secret) {
        return marks(secret).keySet();
    }

    /** Field paths of the marks that the Secret did not have before, or not with this value. */
    public static Set<String> readNew(JsonValue secret, JsonValue before) {
        Map<String, String> marks = marks(secret);
        marks.entrySet().removeAll(marks(before).entrySet());
        return marks.keySet();
    }

    private static Map<String, String> marks(JsonValue secret) {
        Map<String, String> values = new TreeMap<>();
        FieldPath metadata = FieldPath.of("metadata");
        for (String place : PLACES) {
            JsonValue written = secret.path("metadata").path(place);
            OperatorMarks.NAMES.stream()
                    .filter(written::has)
                    .forEach(name -> values.put(
                            metadata.field(place).field(name).toString(),
                            written.path(name).asText()));
        }
        return values;
    }
}
