package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterConnection;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whose keys a request is about. */
final class RequestOptions {
    @Parameters(paramLabel = "KEY", arity = "1..*", description = "Names of OpenRouterKey objects of one namespace.")
    private List<String> keys = List.of();

    @Mixin
    private ChosenNamespace namespace = new ChosenNamespace();

    @Mixin
    private ClusterConnection cluster = new ClusterConnection();

    KubernetesClient connect() {
        return cluster.open();
    }

    List<ObjectName> keys(KubernetesClient client) {
        return keys.stream()
                .map(name -> new ObjectName(namespace.in(client), name))
                .toList();
    }
}
