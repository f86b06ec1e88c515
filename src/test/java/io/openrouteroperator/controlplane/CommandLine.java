package io.openrouteroperator.controlplane;

import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs kubectl and Helm to their end with everything they read or write below one folder, so that neither the user's
 * clusters nor the user's Helm repositories are ever touched.
 */
final class CommandLine {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Programs programs;
    private final Path home;

    CommandLine(Programs programs, Path home) {
        this.programs = programs;
        this.home = home;
    }

    /** Runs one of the control plane's programs with the given kubeconfig. */
    CommandResult run(String program, Path kubeconfig, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.path(program)));
        command.addAll(Arrays.asList(arguments));
        try {
            return run(program + " " + String.join(" ", arguments), command, kubeconfig);
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + program, e);
        }
    }

    private CommandResult run(String shown, List<String> command, Path kubeconfig) throws IOException {
        Path stdout = Files.createTempFile(Files.createDirectories(home), "command", ".out");
        Path stderr = Files.createTempFile(home, "command", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(SupervisedProcess.watched(command))
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HELM_") || name.startsWith("KUBE"));
            builder.environment().putAll(isolated(kubeconfig));
            int exitCode = exitCode(shown, builder.start());
            return new CommandResult(shown, exitCode, Files.readString(stdout), Files.readString(stderr));
        } finally {
            Files.delete(stdout);
            Files.delete(stderr);
        }
    }

    private Map<String, String> isolated(Path kubeconfig) {
        return Map.of(
                "HOME", home.toString(),
                "KUBECONFIG", kubeconfig.toString(),
                "KUBECACHEDIR", home.resolve("kubectl").toString(),
                "HELM_CACHE_HOME", home.resolve("helm/cache").toString(),
                "HELM_CONFIG_HOME", home.resolve("helm/config").toString(),
                "HELM_DATA_HOME", home.resolve("helm/data").toString());
    }

    private static int exitCode(String shown, Process process) {
        try {
            if (process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IllegalStateException(shown + " did not end within " + LIMIT);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + shown, e);
        }
    }
}
