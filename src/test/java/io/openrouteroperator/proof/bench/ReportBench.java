package io.openrouteroperator.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.file.ManifestParser;
import io.openrouteroperator.evidence.SampleReview;
import io.openrouteroperator.evidence.SnapshotBuilder;
import io.openrouteroperator.evidence.SnapshotFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code make bench-report}: how long a report of very many keys takes, and how large a heap it needs. */
public final class ReportBench {
    private static final double MEBI = 1024 * 1024;
    private static final int EVERY = 100;

    private ReportBench() {}

    /** Reports {@code arguments[0]} keys in each format; ends with an error when a report has no finding, since some are planted. */
    public static void main(String[] arguments) throws IOException {
        int keys = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("report-bench");
        Path snapshot = folder.resolve("snapshot.jsonl");
        Path report = folder.resolve("report");
        try {
            write(snapshot, keys);
            System.out.printf(
                    Locale.ROOT,
                    "%d keys, snapshot of %.1f MiB, heap of %.0f MiB%n",
                    keys,
                    Files.size(snapshot) / MEBI,
                    Runtime.getRuntime().maxMemory() / MEBI);
            for (String format : List.of("json", "html", "csv", "markdown", "oscal")) {
                measure(snapshot, report, format);
            }
        } finally {
            Files.deleteIfExists(report);
            Files.deleteIfExists(snapshot);
            Files.deleteIfExists(folder);
        }
    }

    private static void measure(Path snapshot, Path report, String format) throws IOException {
        long begin = System.nanoTime();
        int code = OperatorCommand.commandLine(Clock.systemUTC(), InputStream.nullInputStream())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(
                        "report", "--snapshot", snapshot.toString(), "--format", format, "--output", report.toString());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (code != 1) {
            throw new IllegalStateException("the report must fail for what is planted, but ended with " + code);
        }
        System.out.printf(
                Locale.ROOT, "%-8s %.2f s, %.1f MiB%n", format, took.toMillis() / 1000.0, Files.size(report) / MEBI);
    }

    /** The sample cluster with many copies of one of its keys and of its workload; one key of a hundred has no limit. */
    public static void write(Path file, int keys) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SnapshotFile.opening());
            SnapshotBuilder builder = new SnapshotBuilder(line -> append(line, out));
            for (Manifest manifest : sample()) {
                builder.add(manifest.object());
                if (manifest.object().at("/metadata/name").asText().equals("checkout")) {
                    copies(manifest.object(), keys, builder);
                }
            }
            SnapshotFile.close(out, builder.build(SampleReview.NOW), builder.digest(), null);
        }
    }

    private static void copies(JsonNode object, int keys, SnapshotBuilder builder) {
        for (int copy = 0; copy < keys; copy++) {
            ObjectNode changed = object.deepCopy();
            ((ObjectNode) changed.get("metadata"))
                    .put("namespace", "team-" + copy % 200)
                    .put("name", "service-" + copy);
            String secret = "secret-" + copy;
            if (changed.at("/status") instanceof ObjectNode status) {
                status.put("secretName", secret);
                if (copy % EVERY == 0) {
                    ((ObjectNode) status.get("usage")).remove("remaining");
                }
            } else {
                ((ObjectNode) changed.at("/spec/template/spec/containers/0/envFrom/0/secretRef")).put("name", secret);
            }
            builder.add(changed);
        }
    }

    private static List<Manifest> sample() {
        return ManifestParser.parse("cluster.yaml", SampleReview.cluster()).manifests();
    }

    private static void append(String line, Writer out) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
