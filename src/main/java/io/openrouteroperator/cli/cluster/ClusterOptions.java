package io.openrouteroperator.cli.cluster;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster a command asks. */
public final class ClusterOptions {
    @Mixin
    private ClusterConnection cluster = new ClusterConnection();

    @Option(
            names = "--snapshot",
            paramLabel = "PATH",
            description =
                    "A file or directory of exported objects, or - for standard input, in the place of a cluster.")
    private @Nullable String snapshot;

    /**
     * The objects of that cluster.
     *
     * @param input what {@code -} stands for
     */
    public ClusterObjects open(InputStream input) {
        return snapshot == null ? cluster.objects() : new ExportedObjects(snapshot, input);
    }

    /** The file or directory in the place of a cluster, null for a cluster. */
    public @Nullable String snapshot() {
        return snapshot;
    }

    /** Whether objects come from files. */
    public boolean offline() {
        return snapshot != null;
    }
}
