package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The id of a cluster that was given no name: the beginning of kube-system's UID, which lives as long as the cluster does. */
final class ClusterIdentity {
    private static final int LENGTH = 8;

    private ClusterIdentity() {}

    static String of(KubernetesClient client) {
        Namespace system = client.namespaces().withName("kube-system").get();
        if (system == null) {
            throw new IllegalStateException(
                    "namespace kube-system cannot be read: set clusterName in the chart's values to name this cluster");
        }
        return system.getMetadata().getUid().substring(0, LENGTH);
    }
}
