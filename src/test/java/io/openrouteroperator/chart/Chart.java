package io.openrouteroperator.chart;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart of this checkout, and one release of it: a name, which is also that of its namespace. */
record Chart(ControlPlane controlPlane, String release) {

    static final Path FOLDER = Path.of("helm/openrouter-operator").toAbsolutePath();

    /** Who the operator of this release is to the API server. */
    String serviceAccount() {
        return release + "-openrouter-operator";
    }

    /** Installs the release and waits until its pods are ready; each setting as for {@code --set}. */
    CommandResult install(String... settings) {
        return run(List.of("install", "--create-namespace", "--wait", "--timeout", "90s"), settings);
    }

    CommandResult upgrade(List<String> flags, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("upgrade", "--wait", "--timeout", "90s"));
        arguments.addAll(flags);
        return run(arguments, settings);
    }

    CommandResult rollback(int revision) {
        return controlPlane.helm("rollback", release, Integer.toString(revision), "--namespace", release);
    }

    CommandResult uninstall() {
        return controlPlane.helm("uninstall", release, "--namespace", release, "--wait", "--timeout", "90s");
    }

    private CommandResult run(List<String> command, String... settings) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(release, FOLDER.toString(), "--namespace", release));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return controlPlane.helm(arguments.toArray(String[]::new));
    }
}
