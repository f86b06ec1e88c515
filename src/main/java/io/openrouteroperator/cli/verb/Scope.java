package io.openrouteroperator.cli.verb;

import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.terminal.Format;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which namespaces a command speaks, and how. */
final class Scope {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace. Default: that of the kubectl context.")
    private @Nullable String namespace;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All namespaces.")
    private boolean everywhere;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format output = Format.text;

    /** The namespace, empty for all. */
    String namespace(ClusterObjects objects) {
        return everywhere ? "" : Objects.requireNonNullElse(namespace, objects.defaultNamespace());
    }

    /** In words. */
    String words(ClusterObjects objects) {
        return everywhere ? "any namespace" : "namespace " + namespace(objects);
    }

    boolean json() {
        return output == Format.json;
    }
}
