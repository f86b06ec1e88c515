package io.openrouteroperator.cli.verb;

import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterOptions;
import io.openrouteroperator.cli.terminal.Output;
import java.io.InputStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which namespaces of which cluster a command speaks, and how. */
final class Scope {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ChosenNamespace namespace = new ChosenNamespace();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All namespaces.")
    private boolean everywhere;

    @Mixin
    private Output output = new Output();

    /**
     * The objects of the cluster.
     *
     * @param input what {@code --snapshot -} stands for
     */
    ClusterObjects open(InputStream input) {
        return cluster.open(input);
    }

    /** The namespace, empty for all. */
    String namespace(ClusterObjects objects) {
        return everywhere ? "" : namespace.in(objects);
    }

    /** In words. */
    String words(ClusterObjects objects) {
        return everywhere ? "any namespace" : "namespace " + namespace(objects);
    }

    boolean json() {
        return output.json();
    }
}
