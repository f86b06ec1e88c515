package io.openrouteroperator.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The cluster that kubectl would talk to, with the rights of whoever runs the command. */
public final class ClusterConnection {
    /** A page of a large cluster takes its time, over a slow line longer. */
    private static final int PATIENCE_MILLIS = 60_000;

    @Option(names = "--context", paramLabel = "NAME", description = "The kubectl context. Default: the current one.")
    private @Nullable String context;

    /** A client for it. */
    public KubernetesClient open() {
        Config config = Config.autoConfigure(context);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setRequestTimeout(PATIENCE_MILLIS);
        config.setRequestRetryBackoffLimit(1);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Its objects. */
    public ClusterObjects objects() {
        return new LiveObjects(open());
    }
}
