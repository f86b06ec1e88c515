package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.List;
import java.util.Optional;

/**
 * What a review needs of an object, and nothing else; it is what {@code --save-snapshot} writes. An object reduced twice is the same as
 * one reduced once, so that a saved snapshot gives the report that the cluster gave.
 */
final class ReducedObject {
    /** Reports are always called so; the lease and the audit log's ConfigMap have the name of the release before or in theirs. */
    private static final String OPERATOR = "openrouter-operator";

    private static final String AUDIT_KEYS = "-audit-keys";

    private static final List<String> METADATA = List.of("name", "namespace", "uid", "generation", "creationTimestamp");
    /** Entries that services write themselves; their names and values say nothing that a review asks. */
    private static final List<String> SERVICE_ENTRIES = List.of("literals", "templates", "labels", "annotations");

    private ReducedObject() {}

    /** The object, or nothing when a review does not ask for it. */
    static Optional<ObjectNode> of(JsonNode object) {
        String group = group(object);
        String kind = object.path("kind").asText();
        String name = object.at("/metadata/name").asText();
        return switch (group + "/" + kind) {
            case "/Namespace" -> Optional.of(namespace(object));
            case ApiGroup.NAME + "/OpenRouterAccount", ApiGroup.NAME + "/OpenRouterPolicy" ->
                Optional.of(with(object, "spec", "status"));
            case ApiGroup.NAME + "/OpenRouterKey" -> Optional.of(key(object));
            case "wgpolicyk8s.io/PolicyReport", "openreports.io/Report" ->
                name.startsWith(OPERATOR) ? Optional.of(with(object, "summary", "results")) : Optional.empty();
            case "/ConfigMap" ->
                name.endsWith(AUDIT_KEYS) || (name.contains(OPERATOR) && isPublished(object))
                        ? Optional.of(with(object, "data"))
                        : Optional.empty();
            case "admissionregistration.k8s.io/ValidatingWebhookConfiguration" ->
                name.contains(OPERATOR) ? Optional.of(webhooks(object)) : Optional.empty();
            case "coordination.k8s.io/Lease" ->
                name.contains(OPERATOR) ? Optional.of(with(object, "spec")) : Optional.empty();
            default -> ReducedWorkload.of(object);
        };
    }

    private static boolean isPublished(JsonNode configMap) {
        return WebhookComparison.isInstalled(configMap) || ProviderDocument.isOne(configMap);
    }

    static String group(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private static ObjectNode namespace(JsonNode object) {
        ObjectNode reduced = with(object);
        JsonNode labels = object.at("/metadata/labels");
        if (labels.isObject()) {
            reduced.withObject("/metadata").set("labels", masked(labels));
        }
        return reduced;
    }

    /** The authority changes with each rotation, and says nothing that a review asks. */
    private static ObjectNode webhooks(JsonNode object) {
        ObjectNode reduced = with(object, "webhooks");
        reduced.path("webhooks").forEach(webhook -> {
            if (webhook.path("clientConfig") instanceof ObjectNode client) {
                client.remove("caBundle");
            }
        });
        return reduced;
    }

    private static ObjectNode key(JsonNode object) {
        ObjectNode reduced = with(object, "spec", "status");
        if (reduced.at("/spec/secret") instanceof ObjectNode secret) {
            secret.remove(SERVICE_ENTRIES);
        }
        return reduced;
    }

    private static ObjectNode with(JsonNode object, String... fields) {
        ObjectNode reduced = JsonNodeFactory.instance.objectNode();
        reduced.put("apiVersion", object.path("apiVersion").asText());
        reduced.put("kind", object.path("kind").asText());
        ObjectNode metadata = reduced.putObject("metadata");
        METADATA.forEach(field -> copy(object.path("metadata"), metadata, field));
        for (String field : fields) {
            copy(object, reduced, field);
        }
        return reduced;
    }

    private static void copy(JsonNode from, ObjectNode into, String field) {
        JsonNode value = from.path(field);
        if (!value.isMissingNode()) {
            into.set(field, masked(value));
        }
    }

    private static JsonNode masked(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return KeyRecogniser.canHoldKey(text)
                    ? JsonNodeFactory.instance.textNode(KeyRecogniser.masked(text))
                    : value;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(masked(item)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), masked(field.getValue())));
            return copy;
        }
        return value;
    }
}
