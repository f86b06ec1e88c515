package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ServedObjects;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects as the API server has them now, for whoever runs the command. */
public final class LiveObjects implements ClusterObjects {
    private static final int PAGE = 500;
    private static final int FORBIDDEN = 403;

    private final KubernetesClient client;
    private final ServedObjects objects;

    /** Objects read by this client, which is closed with them. */
    public LiveObjects(KubernetesClient client) {
        this.client = client;
        this.objects = new ServedObjects(
                client, PAGE, (failure, kind) -> new ClusterUnreadableException(problem(failure, kind)));
    }

    @Override
    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
        objects.forEach(kind, namespace, consumer);
    }

    @Override
    public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
        return objects.find(kind, namespace, name);
    }

    @Override
    public String defaultNamespace() {
        return ChosenNamespace.ofContext(client);
    }

    @Override
    public void close() {
        client.close();
    }

    private String problem(Exception failure, ObjectKind kind) {
        if (!(failure instanceof KubernetesClientException refusal)) {
            return "The cluster does not answer with a list of %s, or with one that is no JSON."
                    .formatted(kind.plural());
        }
        if (refusal.getCode() == FORBIDDEN) {
            return "You may not read %s; ask for the verbs get and list.".formatted(kind.plural());
        }
        if (refusal.getCode() > 0) {
            return "The cluster answers %d to a request for %s.".formatted(refusal.getCode(), kind.plural());
        }
        return "The cluster at %s does not answer (%s); see `kubectl cluster-info`."
                .formatted(client.getMasterUrl(), cause(refusal));
    }

    private static String cause(Throwable problem) {
        Throwable cause = problem.getCause();
        return cause == null || cause.equals(problem) ? problem.getClass().getSimpleName() : cause(cause);
    }
}
