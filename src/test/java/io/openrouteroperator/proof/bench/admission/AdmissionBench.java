package io.openrouteroperator.proof.bench.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.bench.OperatorCost;
import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.startup.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the packaged operator's webhook and the limit by turns, and prints a table, a JSON file and one line. */
public final class AdmissionBench {
    private static final Path FILE = Path.of("target/bench-admission.json");
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int MOST_WARM_UP = 40;
    private static final int STABLE = 5;
    private static final double GAIN = 1.05;
    private static final String SMALL = "pod-3.4k";
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);

    private final List<Row> rows = new ArrayList<>();

    private AdmissionBench() {}

    /** Exits with 1 when something could not be measured. */
    public static void main(String[] arguments) {
        try {
            new AdmissionBench().run();
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        int limitPort = FreePorts.next();
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter = Simulator.start(SimulatorOptions.usual());
                InstalledOperator operator = InstalledOperator.install(controlPlane, Map.of())) {
            new Workload(new Installation(controlPlane, openRouter, operator)).deliverKeys();
            createReadObjects(controlPlane.client());
            SupervisedProcess limit = LimitProcess.start(controlPlane.workDirectory(), limitPort);
            HttpsLoad webhookLoad = new HttpsLoad(operator.operator().webhookPort());
            double first = firstMillis(webhookLoad);
            measure(webhookLoad, new HttpsLoad(limitPort), new OperatorCost(operator.operator()));
            limit.kill();
            print(first);
        }
    }

    /** What the pods refer to, so that the answer is "no key in it" and not "nothing there". */
    private static void createReadObjects(KubernetesClient client) {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(Workload.NAMESPACE)
                        .withName("database")
                        .endMetadata()
                        .withStringData(Map.of("password", "hunter2"))
                        .build())
                .create();
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(Workload.NAMESPACE)
                        .withName("settings")
                        .endMetadata()
                        .withData(Map.of("models", "openrouter/auto"))
                        .build())
                .create();
    }

    private static double firstMillis(HttpsLoad load) throws IOException, InterruptedException {
        return load.run(small(), 1, Duration.ofNanos(1)).millis(100);
    }

    private static byte[] small() {
        return Objects.requireNonNull(ReviewBodies.all().get(SMALL));
    }

    private void measure(HttpsLoad webhook, HttpsLoad limit, OperatorCost operator)
            throws IOException, InterruptedException {
        Map<String, byte[]> bodies = ReviewBodies.all();
        warmUp(limit);
        warmUp(webhook);
        for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
            int rounds = body.getKey().equals(SMALL) ? 5 : 1;
            for (int connections : CONNECTIONS) {
                rows.add(row(body.getKey(), body.getValue(), connections, rounds, webhook, limit, operator));
                System.out.println(rows.getLast().line());
            }
        }
    }

    /** Until it has not become faster for some rounds: on busy cores compiling takes much longer than anyone would guess. */
    private static void warmUp(HttpsLoad load) throws IOException, InterruptedException {
        double best = 0;
        int stable = 0;
        for (int round = 0; round < MOST_WARM_UP && stable < STABLE; round++) {
            double now = load.run(small(), CONNECTIONS.get(1), ROUND).perSecond();
            stable = now > GAIN * best ? 0 : stable + 1;
            best = Math.max(best, now);
        }
    }

    private static Row row(
            String name,
            byte[] body,
            int connections,
            int rounds,
            HttpsLoad webhook,
            HttpsLoad limit,
            OperatorCost operator)
            throws IOException, InterruptedException {
        List<Measured> ours = new ArrayList<>();
        List<Measured> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(webhook.run(body, connections, ROUND));
            theirs.add(limit.run(body, connections, ROUND));
        }
        if (!ours.getFirst().answer().contains("\"allowed\":true")) {
            throw new IllegalStateException(
                    name + " was not allowed: " + ours.getFirst().answer());
        }
        return new Row(name, body.length, connections, median(ours), median(theirs), operator.residentMegabytes());
    }

    private static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void print(double first) throws IOException {
        System.out.println(Row.HEADINGS);
        rows.forEach(row -> System.out.println(row.line()));
        Row one = find(SMALL, CONNECTIONS.get(0));
        Row eight = find(SMALL, CONNECTIONS.get(1));
        Row many = find(SMALL, CONNECTIONS.get(2));
        double growth = find("configmap-100k", 1).webhook().perSecond()
                / find("configmap-1m", 1).webhook().perSecond();
        String summary =
                ("bench-admission: limit_ratio_c8=%.2f rps_c8=%.0f p99_c1_ms=%.2f p99_c8_ms=%.2f p99_c64_ms=%.2f"
                                + " rss_mb=%d rss_large_mb=%d first_ms=%.1f tenfold_body_costs=%.1f")
                        .formatted(
                                eight.ratio(),
                                eight.webhook().perSecond(),
                                one.webhook().millis(99),
                                eight.webhook().millis(99),
                                many.webhook().millis(99),
                                many.megabytes(),
                                rows.getLast().megabytes(),
                                first,
                                growth);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(FILE.toFile(), rows.stream().map(Row::figures).toList());
        System.out.println(summary);
    }

    private Row find(String body, int connections) {
        return rows.stream()
                .filter(row -> row.body().equals(body) && row.connections() == connections)
                .findFirst()
                .orElseThrow();
    }
}
