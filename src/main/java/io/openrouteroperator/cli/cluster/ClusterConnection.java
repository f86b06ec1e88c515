package io.openrouteroperator.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;

/** Connections to the cluster that kubectl would talk to. */
public final class ClusterConnection {
    private ClusterConnection() {}

    /**
     * A client with the rights of whoever runs the command.
     *
     * @param context of the kubeconfig, null for the current one
     */
    public static KubernetesClient open(@Nullable String context) {
        Config config = Config.autoConfigure(context);
        config.setRequestRetryBackoffLimit(1);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
