package io.openrouteroperator.cli.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.openrouteroperator.core.policy.NearestMatch;
import java.util.List;
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
        Config config = configuration();
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setRequestTimeout(PATIENCE_MILLIS);
        config.setRequestRetryBackoffLimit(1);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** A context that does not exist would be answered with the current one, which may be another cluster. */
    private Config configuration() {
        Config config;
        try {
            config = Config.autoConfigure(context);
        } catch (RuntimeException e) {
            throw new ClusterUnreadableException("The kubeconfig cannot be read; see `kubectl config view`.");
        }
        NamedContext current = config.getCurrentContext();
        if (context != null && (current == null || !context.equals(current.getName()))) {
            throw new ClusterUnreadableException(
                    "The kubeconfig has no context \"%s\"%s; see `kubectl config get-contexts`."
                            .formatted(context, NearestMatch.question(context, names(config))));
        }
        if (current == null && config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
            throw new ClusterUnreadableException(
                    "No cluster is configured: there is no kubeconfig, or it has no current context; see `kubectl config view`.");
        }
        return config;
    }

    private static List<String> names(Config config) {
        return config.getContexts().stream().map(NamedContext::getName).toList();
    }

    /** Its objects. */
    public ClusterObjects objects() {
        return new LiveObjects(open());
    }
}
