package io.openrouteroperator.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of the processes when the JVM that started them ends. */
class ControlPlaneOwnerIT {

    private static final List<String> PARTS =
            List.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kwok");

    @Test
    void nothingIsLeftWhenTheOwnerIsKilled() throws IOException {
        // Given
        Process owner = startOwner();
        Path directory = workDirectoryOf(owner);
        assertThat(runningIn(directory)).hasSizeGreaterThanOrEqualTo(PARTS.size());

        // When
        owner.destroyForcibly();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(runningIn(directory)).isEmpty());

        // A killed JVM cannot delete its folder; the next one that starts a control plane does.
        WorkDirectory.delete(WorkDirectory.create());
        assertThat(directory).doesNotExist();
    }

    @Test
    void nothingIsLeftWhenTheOwnerIsAskedToStop() throws IOException {
        // Given
        Process owner = startOwner();
        Path directory = workDirectoryOf(owner);

        // When
        owner.destroy();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(runningIn(directory)).isEmpty());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(directory).doesNotExist());
    }

    private static Process startOwner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ControlPlaneMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path workDirectoryOf(Process owner) throws IOException {
        BufferedReader lines = owner.inputReader(UTF_8);
        String kubeconfig = lines.readLine();
        assertThat(kubeconfig).as("the owner's first line").isNotNull();
        return Objects.requireNonNull(Path.of(kubeconfig).getParent());
    }

    /** Processes whose command line names the directory, the watchers included. */
    private static List<String> runningIn(Path directory) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(directory.toString()))
                .toList();
    }
}
