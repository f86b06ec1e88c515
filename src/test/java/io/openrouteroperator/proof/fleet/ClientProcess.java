package io.openrouteroperator.proof.fleet;

import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.proof.fleet.client.FleetClients;
import io.openrouteroperator.proof.fleet.client.Snapshot;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The process of the services' programs. */
final class ClientProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAUSE_MILLIS = "800";

    private final SupervisedProcess process;
    private final Path file;

    private ClientProcess(SupervisedProcess process, Path file) {
        this.process = process;
        this.file = file;
    }

    static ClientProcess start(Installation installation, FleetPlan plan) {
        Path directory = installation.controlPlane().workDirectory();
        Path file = directory.resolve(plan.name() + "-clients.json");
        SupervisedProcess process = Launch.of(
                        plan.name() + "-clients",
                        directory,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                FleetClients.class.getName(),
                                installation.controlPlane().kubeconfig().toString(),
                                installation.openRouter().baseUrl(),
                                Service.FLEET_LABEL,
                                plan.name(),
                                file.toString(),
                                PAUSE_MILLIS))
                .start();
        return new ClientProcess(process, file);
    }

    /** What the clients saw up to now, or a moment later. */
    Snapshot snapshot() {
        long now = System.currentTimeMillis();
        Waiting.until(
                PATIENCE,
                () -> Snapshot.read(file).filter(found -> found.at() > now).isPresent() || !process.isAlive());
        return Snapshot.read(file)
                .filter(found -> found.at() > now)
                .orElseThrow(() -> new IllegalStateException("the clients fell silent:\n" + process.logTail()));
    }

    /** The log of the process. */
    Path log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }

    /** The process runs in another folder. */
    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator, -1)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
