package io.openrouteroperator.proof.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures installations of the sizes given, 1,000 keys when none is given; the figures go into target/bench-keys.json too. */
public final class KeyBench {
    private static final Path FILE = Path.of("target/bench-keys.json");
    private static final int DAILY_KEY_CHANGES = 1_000_000;

    private KeyBench() {}

    /** One line for each size at the end. */
    public static void main(String[] arguments) {
        try {
            List<Integer> sizes = arguments.length == 0
                    ? List.of(1_000)
                    : Stream.of(arguments).map(Integer::valueOf).toList();
            run(sizes);
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(List<Integer> sizes) throws IOException {
        List<Figures> measured = new ArrayList<>();
        for (int size : sizes) {
            measured.add(measure(size));
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), measured);
        }
        System.out.println(Figures.HEADER);
        measured.forEach(figures -> System.out.println(figures.row()));
        measured.forEach(figures -> System.out.println(figures.line()));
    }

    private static Figures measure(int size) {
        print("starting for %d keys".formatted(size));
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter =
                        Simulator.start(SimulatorOptions.usual().withDailyKeyChanges(DAILY_KEY_CHANGES));
                InstalledOperator operator = InstalledOperator.install(controlPlane, Map.of())) {
            return new BenchRun(new Installation(controlPlane, openRouter, operator), size, KeyBench::print).measure();
        }
    }

    private static void print(String line) {
        System.out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
