package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.compliance.snapshot.ObservedNamespace;
import io.openrouteroperator.core.compliance.snapshot.ObservedWorkload;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads objects of Kubernetes' own kinds. */
final class ClusterObjectReader {
    private ClusterObjectReader() {}

    static ObservedNamespace namespace(JsonNode object) {
        Map<String, String> labels = new HashMap<>();
        object.at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new ObservedNamespace(object.at("/metadata/name").asText(), labels);
    }

    static @Nullable Instant renewed(JsonNode lease) {
        String time = lease.at("/spec/renewTime").asText();
        return time.isEmpty() ? null : Instant.parse(time);
    }

    static ObservedWorkload workload(JsonNode object) {
        if (!(ObjectFactsReader.read(object, "") instanceof Pods pods)) {
            throw new IllegalArgumentException("it runs no pods");
        }
        return new ObservedWorkload(
                object.path("kind").asText(),
                object.at("/metadata/namespace").asText(),
                object.at("/metadata/name").asText(),
                pods.pod().serviceAccount(),
                ReducedWorkload.secrets(pods.pod()));
    }
}
