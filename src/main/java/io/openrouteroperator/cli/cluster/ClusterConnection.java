package io.openrouteroperator.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;

/** Connections to the cluster that kubectl would talk to. */
public final class ClusterConnection {
    /** A page of a large cluster takes its time, over a slow line longer. */
    private static final int PATIENCE_MILLIS = 60_000;

    private ClusterConnection() {}

    /**
     * A client with the rights of whoever runs the command.
     *
     * @param context of the kubeconfig, null for the current one
     */
    public static KubernetesClient open(@Nullable String context) {
        Config config = Config.autoConfigure(context);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setRequestTimeout(PATIENCE_MILLIS);
        config.setRequestRetryBackoffLimit(1);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
