package io.openrouteroperator.startup;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Runs the packaged operator through a day's work, so that its JVM writes an AOT cache of what that needed. */
public final class CacheTraining {
    private static final int ROUNDS = 100;
    private static final Duration WRITING = Duration.ofMinutes(2);
    /** A JVM that takes notes is slow, and on a busy machine its first review may take longer than a user would wait. */
    private static final String PATIENT = "webhook.timeoutSeconds=30";

    private CacheTraining() {}

    /**
     * Trains a cache; the exit code is 0 only if there is one.
     *
     * @param arguments the file to write, absolute
     */
    public static void main(String[] arguments) {
        try {
            train(Path.of(arguments[0]));
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void train(Path cache) throws IOException {
        Files.deleteIfExists(cache);
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter = Simulator.start(SimulatorOptions.usual());
                InstalledOperator operator = InstalledOperator.install(
                        controlPlane, Map.of("OPERATOR_JVM_FLAGS", "-XX:AOTCacheOutput=" + cache), PATIENT)) {
            work(new Workload(new Installation(controlPlane, openRouter, operator)));
            SupervisedProcess process = operator.operator().process();
            process.terminate(WRITING);
            if (!Files.isRegularFile(cache)) {
                throw new IllegalStateException("the JVM wrote no cache:\n" + process.logTail());
            }
        }
    }

    private static void work(Workload workload) {
        workload.deliverKeys();
        int refused = workload.review(ROUNDS);
        if (refused != ROUNDS) {
            throw new IllegalStateException(
                    "of the reviewed pods " + ROUNDS + " use a stray key, but " + refused + " were refused");
        }
    }
}
