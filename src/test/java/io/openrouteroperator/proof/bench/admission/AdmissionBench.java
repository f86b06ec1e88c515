package io.openrouteroperator.proof.bench.admission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.bench.ProcessCost;
import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.startup.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the packaged operator's webhook and the limit by turns, and prints a table, a JSON file and one line. */
public final class AdmissionBench {
    private static final Path FILE = Path.of("target/bench-admission.json");

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
            ReferredObjects.create(controlPlane.client());
            SupervisedProcess limit = LimitProcess.start(controlPlane.workDirectory(), limitPort);
            HttpsLoad webhookLoad = HttpsLoad.ofOperator(operator.operator());
            double first = firstMillis(webhookLoad);
            measure(
                    webhookLoad,
                    new HttpsLoad(limitPort, "/"),
                    new ProcessCost(operator.operator().process()));
            limit.kill();
            print(first);
        }
    }

    private static double firstMillis(HttpsLoad load) throws IOException, InterruptedException {
        return load.run(ReviewBodies.small(), 1, Duration.ofNanos(1)).millis(100);
    }

    private void measure(HttpsLoad webhook, HttpsLoad limit, ProcessCost operator)
            throws IOException, InterruptedException {
        Map<String, byte[]> bodies = ReviewBodies.all();
        Turns.warmUp(limit, ReviewBodies.small());
        Turns.warmUp(webhook, ReviewBodies.small());
        for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
            int rounds = body.getKey().equals(ReviewBodies.SMALL) ? 5 : 1;
            for (int connections : Turns.CONNECTIONS) {
                rows.add(row(body.getKey(), body.getValue(), connections, rounds, webhook, limit, operator));
                System.out.println(rows.getLast().line());
            }
        }
    }

    private static Row row(
            String name,
            byte[] body,
            int connections,
            int rounds,
            HttpsLoad webhook,
            HttpsLoad limit,
            ProcessCost operator)
            throws IOException, InterruptedException {
        List<Measured> medians = Turns.medians(List.of(webhook, limit), body, connections, rounds);
        return new Row(
                name, body.length, connections, medians.getFirst(), medians.getLast(), operator.residentMegabytes());
    }

    private void print(double first) throws IOException {
        System.out.println(Row.HEADINGS);
        rows.forEach(row -> System.out.println(row.line()));
        Row one = find(ReviewBodies.SMALL, Turns.CONNECTIONS.get(0));
        Row eight = find(ReviewBodies.SMALL, Turns.CONNECTIONS.get(1));
        Row many = find(ReviewBodies.SMALL, Turns.CONNECTIONS.get(2));
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
