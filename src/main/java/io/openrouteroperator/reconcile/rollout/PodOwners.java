package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is behind a pod: its controller, or the one that made its ReplicaSet. Each ReplicaSet is read once. */
final class PodOwners {
    private final KubernetesClient client;
    private final String namespace;
    private final Map<String, OwnerReference> behind = new HashMap<>();

    PodOwners(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** The owner to restart it through, null for a bare pod. */
    @Nullable
    OwnerReference of(Pod pod) {
        OwnerReference controller = WorkloadReader.controller(pod.getMetadata());
        return controller == null || !isReplicaSet(controller)
                ? controller
                : behind.computeIfAbsent(controller.getUid(), _ -> makerOf(controller));
    }

    private static boolean isReplicaSet(OwnerReference owner) {
        return owner.getKind().equals("ReplicaSet") && owner.getApiVersion().startsWith("apps/");
    }

    private OwnerReference makerOf(OwnerReference reference) {
        ReplicaSet found = client.apps()
                .replicaSets()
                .inNamespace(namespace)
                .withName(reference.getName())
                .get();
        if (found == null || !reference.getUid().equals(found.getMetadata().getUid())) {
            return reference;
        }
        OwnerReference maker = WorkloadReader.controller(found.getMetadata());
        return maker == null ? reference : maker;
    }
}
