package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line as it ships, run by somebody.
 *
 * @param kubeconfig whose rights it has
 */
public record ShippedCommand(Path kubeconfig) {
    private static final Path SCRIPT =
            Path.of("target/dist/openrouter-operator").toAbsolutePath();

    /** How it ended, and what it printed. */
    public record Ended(int exitCode, String output) {}

    /** What it prints; it has to end with this exit code. */
    public String run(int exitCode, String input, String... arguments) throws IOException, InterruptedException {
        Ended ended = end(input, arguments);
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
        return ended.output();
    }

    /** Runs it to its end. */
    public Ended end(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
