package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.cli.cluster.ClusterConnection;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose keys a request is about. */
final class RequestOptions {
    @Parameters(paramLabel = "KEY", arity = "1..*", description = "Names of OpenRouterKey objects of one namespace.")
    private List<String> keys = List.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Their namespace. Default: that of the kubectl context.")
    private @Nullable String namespace;

    @Option(names = "--context", paramLabel = "NAME", description = "The kubectl context. Default: the current one.")
    private @Nullable String context;

    KubernetesClient connect() {
        return ClusterConnection.open(context);
    }

    List<ObjectName> keys(KubernetesClient client) {
        String chosen = Objects.requireNonNullElseGet(
                namespace,
                () -> Objects.requireNonNullElse(client.getConfiguration().getNamespace(), "default"));
        return keys.stream().map(name -> new ObjectName(chosen, name)).toList();
    }
}
