package io.openrouteroperator.cli.verb;

import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.terminal.Output;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which namespaces a command speaks, and how. */
final class Scope {
    @Mixin
    private ChosenNamespace namespace = new ChosenNamespace();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All namespaces.")
    private boolean everywhere;

    @Mixin
    private Output output = new Output();

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
