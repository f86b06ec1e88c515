package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Lists workloads by kind; a kind that the cluster does not have is asked for only now and then. */
final class WorkloadLists {
    private static final Duration ABSENCE_LASTS = Duration.ofMinutes(10);
    /** No such kind, or no right to it. */
    private static final Set<Integer> ABSENT =
            Set.of(HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_FORBIDDEN);

    private final KubernetesClient client;
    private final Clock clock;
    private volatile Instant argoAbsentUntil = Instant.MIN;

    WorkloadLists(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Shows each workload of a namespace, page by page. */
    void each(RollableKind kind, String namespace, Consumer<GenericKubernetesResource> visitor) {
        if (kind != RollableKind.ARGO_ROLLOUT) {
            list(kind, namespace, visitor);
        } else if (!clock.instant().isBefore(argoAbsentUntil)) {
            listWhereItExists(kind, namespace, visitor);
        }
    }

    private void listWhereItExists(RollableKind kind, String namespace, Consumer<GenericKubernetesResource> visitor) {
        try {
            list(kind, namespace, visitor);
        } catch (KubernetesClientException refused) {
            if (!ABSENT.contains(refused.getCode())) {
                throw refused;
            }
            argoAbsentUntil = clock.instant().plus(ABSENCE_LASTS);
        }
    }

    private void list(RollableKind kind, String namespace, Consumer<GenericKubernetesResource> visitor) {
        Pages.each(
                options -> client.genericKubernetesResources(kind.context())
                        .inNamespace(namespace)
                        .list(options),
                visitor);
    }
}
