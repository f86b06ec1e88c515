package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A request to the operator, written as an annotation of a key; nothing else of the object is touched. */
final class KeyRequest {
    private static final String FIELD_MANAGER = "kubectl-openrouter";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final KubernetesClient client;
    private final String annotation;
    private final String value;

    /**
     * @param annotation which request
     * @param now its value: each request has to have a new one
     */
    KeyRequest(KubernetesClient client, String annotation, Instant now) {
        this.client = client;
        this.annotation = annotation;
        this.value = now.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Makes the request; throws when there is no such key, or it may not be changed. */
    void send(ObjectName key) {
        PatchContext context = PatchContext.of(PatchType.JSON_MERGE);
        context.setFieldManager(FIELD_MANAGER);
        try {
            client.resources(OpenRouterKey.class)
                    .inNamespace(key.namespace())
                    .withName(key.name())
                    .patch(context, patch());
        } catch (KubernetesClientException e) {
            throw new ClusterUnreadableException(problem(e, key));
        }
    }

    private String patch() {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").putObject("annotations").put(annotation, value);
        return patch.toString();
    }

    private static String problem(KubernetesClientException e, ObjectName key) {
        return switch (e.getCode()) {
            case NOT_FOUND -> "There is no OpenRouterKey %s; kubectl openrouter keys -A lists them.".formatted(key);
            case FORBIDDEN -> "You may not change OpenRouterKey %s; ask for the verb patch.".formatted(key);
            default ->
                e.getStatus() == null
                        ? "The cluster does not answer; see `kubectl cluster-info`."
                        : "The cluster refuses to change OpenRouterKey %s: %s"
                                .formatted(key, e.getStatus().getMessage());
        };
    }
}
