package io.openrouteroperator.demo;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that runs during the demo: a cluster, a simulated OpenRouter, the operator between them. Closing stops it all. */
public final class Stage implements AutoCloseable {
    private final ControlPlane controlPlane;
    private final Simulator openRouter;
    private final Path folder;
    private final Deque<Runnable> running = new ArrayDeque<>();
    private @Nullable InstalledOperator operator;

    private Stage(ControlPlane controlPlane, Simulator openRouter) {
        this.controlPlane = controlPlane;
        this.openRouter = openRouter;
        this.folder = controlPlane.workDirectory().resolve("demo");
        running.push(controlPlane::close);
        running.push(openRouter::close);
    }

    /** Starts the cluster and the simulated OpenRouter; the operator comes with {@link #installOperator}. */
    static Stage open(Terminal terminal) {
        ControlPlane controlPlane = terminal.timed(
                "Kubernetes: etcd, kube-apiserver, controllers, scheduler, a kwok node", ControlPlane::start);
        Simulator openRouter = terminal.timed(
                "OpenRouter, simulated on this machine", () -> Simulator.start(SimulatorOptions.usual()));
        Stage stage = new Stage(controlPlane, openRouter);
        stage.file("management-key", openRouter.managementKey());
        return stage;
    }

    /** Installs the chart and starts the packaged operator as its ServiceAccount. */
    void installOperator(Map<String, String> environment) {
        InstalledOperator installed = InstalledOperator.install(controlPlane, environment);
        operator = installed;
        running.push(() -> installed.operator().close());
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    public Simulator openRouter() {
        return openRouter;
    }

    /** What the operator has written to its log. */
    public String operatorLog() {
        return operator == null ? "" : operator.operator().log();
    }

    /** The folder with the files that the commands name. */
    public Path folder() {
        return folder;
    }

    /** Writes a file for a command to use, and returns its path. */
    public Path file(String name, String content) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            running.pop().run();
        }
    }
}
