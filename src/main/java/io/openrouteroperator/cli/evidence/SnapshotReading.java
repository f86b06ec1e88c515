package io.openrouteroperator.cli.evidence;

import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterOptions;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.evidence.EvidenceSource;
import io.openrouteroperator.evidence.SnapshotBuilder;
import io.openrouteroperator.evidence.SnapshotFile;
import io.openrouteroperator.evidence.SnapshotFile.BrokenSnapshotException;
import io.openrouteroperator.evidence.SnapshotFile.Closing;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a report's snapshot comes from, and where it is kept. */
final class SnapshotReading {
    private final ClusterOptions cluster;
    private final InputStream input;
    private final ObjectName operator;

    SnapshotReading(ClusterOptions cluster, InputStream input, ObjectName operator) {
        this.cluster = cluster;
        this.input = input;
        this.operator = operator;
    }

    /**
     * What was read.
     *
     * @param namespace the only one that it shows, null for all
     */
    record Taken(Snapshot snapshot, String digest, @Nullable String namespace) {}

    /**
     * Reads the snapshot.
     *
     * @param namespace the only one to read, null for all
     * @param save where to keep it, null for nowhere
     */
    Taken take(@Nullable String namespace, Instant now, @Nullable Path save) throws IOException {
        if (save == null) {
            return read(namespace, now, new SnapshotBuilder(_ -> {}));
        }
        try (BufferedWriter out = Files.newBufferedWriter(save, StandardCharsets.UTF_8)) {
            out.write(SnapshotFile.opening());
            Taken taken = read(namespace, now, new SnapshotBuilder(line -> append(line, out)));
            SnapshotFile.close(out, taken.snapshot(), taken.digest(), taken.namespace());
            return taken;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static void append(String line, Writer out) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken read(@Nullable String namespace, Instant now, SnapshotBuilder builder) throws IOException {
        Path saved = saved();
        if (saved != null) {
            return readSaved(saved, namespace, builder);
        }
        try (ClusterObjects objects = cluster.open(input)) {
            new EvidenceSource(objects, builder).read(namespace, operator);
        }
        return new Taken(builder.build(now), builder.digest(), namespace);
    }

    private @Nullable Path saved() throws IOException {
        String snapshot = cluster.snapshot();
        if (snapshot == null || snapshot.equals("-") || !Files.isRegularFile(Path.of(snapshot))) {
            return null;
        }
        Path file = Path.of(snapshot);
        byte[] opening = SnapshotFile.opening().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(opening.length);
            return SnapshotFile.opensWith(new String(begin, StandardCharsets.UTF_8).strip()) ? file : null;
        }
    }

    private static Taken readSaved(Path file, @Nullable String namespace, SnapshotBuilder builder) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine();
            Closing closing = SnapshotFile.read(lines, builder);
            if (closing.namespace() != null
                    && namespace != null
                    && !closing.namespace().equals(namespace)) {
                throw new BrokenSnapshotException("it shows namespace %s only, and --namespace asks for %s"
                        .formatted(closing.namespace(), namespace));
            }
            return new Taken(
                    builder.build(closing.takenAt()),
                    builder.digest(),
                    closing.namespace() == null ? namespace : closing.namespace());
        } catch (BrokenSnapshotException e) {
            throw new ClusterUnreadableException(file + ": " + e.getMessage());
        }
    }
}
