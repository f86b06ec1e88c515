package io.openrouteroperator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.evidence.SampleReview;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ReadableObjects;
import io.openrouteroperator.proof.bench.ReportBench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** {@code make bench-page}: how long the page of very many keys takes, in the heap that the operator has. */
public final class PageBench {
    private static final double MEBI = 1024 * 1024;
    private static final int ROUNDS = 3;

    private PageBench() {}

    /** Shows the page of {@code arguments[0]} keys. */
    public static void main(String[] arguments) throws IOException {
        int keys = Integer.parseInt(arguments[0]);
        Path cluster = Files.createTempFile("page-bench", ".jsonl");
        try {
            ReportBench.write(cluster, keys);
            LiveReview review = new LiveReview(
                    new Lines(cluster),
                    new ObjectName("openrouter-system", "openrouter-operator"),
                    Clock.fixed(SampleReview.NOW, ZoneOffset.UTC));
            System.out.printf(
                    Locale.ROOT,
                    "%d keys, heap of %.0f MiB%n",
                    keys,
                    Runtime.getRuntime().maxMemory() / MEBI);
            ReviewPage page = new ReviewPage(review, ReviewHistory::none);
            measure("read", () -> review.now().digest().length());
            for (int round = 0; round < ROUNDS; round++) {
                measure(
                        "everything",
                        () -> page.report(ReviewScope.EVERYTHING, true).body().length());
                measure(
                        "a namespace",
                        () -> page.report(new ReviewScope("team-7", null), false)
                                .body()
                                .length());
            }
        } finally {
            Files.delete(cluster);
        }
    }

    private static void measure(String what, IntSupplier work) {
        long begin = System.nanoTime();
        int bytes = work.getAsInt();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(Locale.ROOT, "%-12s %.2f s, %.1f MiB%n", what, took.toMillis() / 1000.0, bytes / MEBI);
    }

    /** A cluster in a file of one object per line. */
    private record Lines(Path file) implements ReadableObjects {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.contains("\"kind\":\"" + kind.kind() + "\"")) {
                        consumer.accept(JSON.readTree(line));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
            return Optional.empty();
        }
    }
}
