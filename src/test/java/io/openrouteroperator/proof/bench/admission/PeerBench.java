package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.startup.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures the packaged operator's webhook, Gatekeeper and Kyverno by turns, and prints a table and one line. */
public final class PeerBench {
    private static final int ROUNDS = 5;
    private static final int OF_THE_CLOSING_LINE = 8;

    private PeerBench() {}

    /** Exits with 1 when something could not be measured. */
    public static void main(String[] arguments) {
        try {
            run();
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws IOException, InterruptedException {
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter = Simulator.start(SimulatorOptions.usual());
                InstalledOperator operator = InstalledOperator.install(controlPlane, Map.of())) {
            new Workload(new Installation(controlPlane, openRouter, operator)).deliverKeys();
            ReferredObjects.create(controlPlane.client());
            Peers peers = Peers.locate(controlPlane);
            Contender ours =
                    new Contender("operator", operator.operator().process(), HttpsLoad.ofOperator(operator.operator()));
            try (Contender gatekeeper = peers.gatekeeper();
                    Contender kyverno = peers.kyverno()) {
                List<byte[]> refused = List.of(ReviewBodies.withLiteralKey(), ReviewBodies.withOtherSecret());
                ours.awaitRefusalOf(refused.subList(0, 1));
                gatekeeper.awaitRefusalOf(refused);
                kyverno.awaitRefusalOf(refused);
                print(measure(List.of(ours, gatekeeper, kyverno)));
            }
        }
    }

    private static List<PeerRow> measure(List<Contender> contenders) throws IOException, InterruptedException {
        byte[] body = ReviewBodies.small();
        for (Contender contender : contenders) {
            System.out.println("warming up " + contender.name());
            Turns.warmUp(contender.load(), body);
        }
        List<PeerRow> rows = new ArrayList<>();
        List<HttpsLoad> loads = contenders.stream().map(Contender::load).toList();
        for (int connections : Turns.CONNECTIONS) {
            List<Measured> medians = Turns.medians(loads, body, connections, ROUNDS);
            for (int i = 0; i < medians.size(); i++) {
                Contender contender = contenders.get(i);
                rows.add(new PeerRow(connections, contender.name(), medians.get(i), contender.residentMegabytes()));
            }
        }
        return rows;
    }

    private static void print(List<PeerRow> rows) {
        System.out.println(PeerRow.HEADINGS);
        rows.forEach(row -> System.out.println(row.line()));
        System.out.println(rows.stream()
                .filter(row -> row.connections() == OF_THE_CLOSING_LINE)
                .map(PeerRow::figures)
                .collect(Collectors.joining(" ", "bench-peers: ", "")));
    }
}
