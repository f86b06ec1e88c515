package io.openrouteroperator.cli.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The namespace that a command is about. */
public final class ChosenNamespace {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace. Default: that of the kubectl context.")
    private @Nullable String namespace;

    /** The one that was named, or that of the objects. */
    public String in(ClusterObjects objects) {
        return Objects.requireNonNullElse(namespace, objects.defaultNamespace());
    }

    /** The one that was named, or that of the client's context. */
    public String in(KubernetesClient client) {
        return namespace == null ? ofContext(client) : namespace;
    }

    /** The namespace of the client's context, {@code default} where it has none. */
    public static String ofContext(KubernetesClient client) {
        return Objects.requireNonNullElse(client.getConfiguration().getNamespace(), "default");
    }
}
