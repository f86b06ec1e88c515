package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as it ships: its script, its runtime, its jars. */
class CommandLineIT {
    private static final Path SCRIPT = Path.of("target/dist/openrouter-operator");

    @TempDir
    private Path work;

    @Test
    void judgesAManifestAlsoWhenCalledAsAPluginOfKubectl() throws Exception {
        Path manifest = Files.writeString(
                work.resolve("config.yaml"),
                Corpus.filled("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: '${service:stray}'}}"));
        Path plugin = Files.createSymbolicLink(work.resolve("kubectl-openrouter"), SCRIPT.toAbsolutePath());

        assertThat(run(1, SCRIPT.toString(), "lint", "-f", manifest.toString())).contains("key-outside-managed-secret");
        assertThat(run(0, plugin.toString(), "explain", "literal-key")).startsWith("# literal-key");
    }

    @Test
    void findsAKeyInASourceTree() throws Exception {
        Files.writeString(work.resolve("a.py"), Corpus.filled("key = '${service:stray}'"));

        assertThat(run(1, SCRIPT.toString(), "audit", "source", work.toString()))
                .contains("a.py:1: error: hard-coded-key");
        Files.writeString(work.resolve(".gitignore"), "a.py");
        assertThat(run(0, SCRIPT.toString(), "audit", "source", work.toString()))
                .contains("1 file checked");
    }

    @Test
    void findsTheExamplesClean() throws Exception {
        assertThat(run(
                        0,
                        SCRIPT.toString(),
                        "lint",
                        "-f",
                        "deploy/examples",
                        "--policy",
                        "deploy/examples/policy.yaml"))
                .contains("0 errors, 0 warnings, 0 notes");
    }

    private static String run(int exitCode, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
        return output;
    }
}
