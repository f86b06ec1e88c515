package io.openrouteroperator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;

/**
 * Asks the API server whether it would take objects as they come in manifests, without making them.
 *
 * @param namespace for all of them
 */
record DryRun(KubernetesClient client, String namespace) {
    private static final String DENIED = " denied request: ";

    /** What the API server says; the message is empty when it takes the object. */
    record Answer(int code, String message) {
        boolean allowed() {
            return code == 201;
        }

        /** Whether a policy of ours refused it, and nothing else. */
        boolean refused() {
            return code == 403 && message.contains(DENIED);
        }

        /** The policy's own words, behind those of the API server, which name the object. */
        String reason() {
            return message.substring(message.indexOf(DENIED) + DENIED.length());
        }
    }

    /** The answer to making the object. */
    Answer create(JsonNode object) {
        ObjectNode placed = object.deepCopy();
        placed.withObject("/metadata").put("namespace", namespace);
        try {
            String made = client.raw(path(object) + "?dryRun=All", "POST", placed);
            return made == null ? new Answer(404, "not served") : new Answer(201, "");
        } catch (KubernetesClientException e) {
            return new Answer(
                    e.getCode(),
                    e.getStatus() == null ? "" : String.valueOf(e.getStatus().getMessage()));
        }
    }

    private String path(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String plural = object.path("kind").asText().toLowerCase(Locale.ROOT) + "s";
        return (version.contains("/") ? "/apis/" : "/api/") + version + "/namespaces/" + namespace + "/" + plural;
    }
}
