package io.openrouteroperator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process, as {@code make demo} starts it. */
class DemoIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final DemoProcess demo = new DemoProcess();

    @AfterEach
    void killDemo() {
        demo.kill();
    }

    @Test
    void tellsWholeStoryWithoutShowingAnyKeyAndLeavesNothingBehind() throws Exception {
        // When
        Process process = demo.start(folder.resolve("output"));
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        // Then
        String output = demo.output();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output)
                .contains("openrouterpolicy.openrouter-operator.io/corporate condition met")
                .contains("SecretSynced")
                .contains("served by: Anthropic")
                .contains("allowed_providers")
                .contains("admission webhook")
                .contains("Running")
                .contains("GuardrailDrift")
                .contains("Summary");
        assertThat(output).doesNotContainPattern("sk-or-[a-z0-9]+-[0-9A-Za-z]{32}");
        assertThat(output).doesNotContain("\033[", "WARNING", "Exception", "\tat ");
        assertThat(remains(process.pid())).isEmpty();
    }

    @Test
    void stopsEverythingWhenStoppedAfterStayingOpen() throws Exception {
        // Given
        Process process = demo.start(folder.resolve("output"), "--keep");
        Awaitility.await("the demo to stay open")
                .atMost(LIMIT)
                .failFast(() -> assertThat(process.isAlive()).as(demo.output()).isTrue())
                .until(() -> demo.output().contains("kubectl get openrouter -A"));

        // When it is asked to stop; Ctrl-C takes the same way, but what runs in a background, as CI may, never hears it
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();

        // Then
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        Awaitility.await("everything to be gone")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(remains(process.pid())).isEmpty());
    }

    /** Processes and folders of a demo that has ended. */
    private static Stream<String> remains(long pid) throws IOException {
        String mark = "control-plane-" + pid + "-";
        Stream<String> processes = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(mark));
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            Stream<String> left = folders.map(Path::toString).filter(name -> name.contains(mark)).toList().stream();
            return Stream.concat(processes, left).toList().stream();
        }
    }
}
