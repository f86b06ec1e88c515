package io.openrouteroperator.controlplane.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path directory;

    SupervisedProcessTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void failsWithTheLogWhenTheProcessEndsBeforeItIsReady() {
        try (SupervisedProcess process = shell("echo out of luck; exit 7")) {
            assertThatThrownBy(() -> process.awaitReady(LIMIT, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("sample ended with exit code 7")
                    .hasMessageContaining("out of luck");
        }
    }

    @Test
    void failsWithTheLogWhenTheProcessIsNotReadyInTime() {
        try (SupervisedProcess process = shell("echo still thinking; exec sleep 60")) {
            assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(1), () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was not ready within PT1S")
                    .hasMessageContaining("still thinking");
        }
    }

    @Test
    void terminatingReachesTheProgramItself() {
        try (SupervisedProcess process =
                shell("trap 'echo asked to stop; exit 5' TERM; echo up; while :; do sleep 0.05; done")) {
            process.awaitReady(LIMIT, () -> process.logTail().contains("up"));

            int exitCode = process.terminate(LIMIT);

            assertThat(exitCode).isEqualTo(5);
            assertThat(process.logTail()).contains("asked to stop");
        }
    }

    @Test
    void killingEndsAProgramThatIgnoresRequests() {
        try (SupervisedProcess process = shell("trap '' TERM; echo up; while :; do sleep 0.05; done")) {
            process.awaitReady(LIMIT, () -> process.logTail().contains("up"));

            process.kill();

            assertThat(process.isAlive()).isFalse();
            assertThat(process.exitCode()).isEqualTo(137);
        }
    }

    @Test
    void watcherIgnoresSignalsForWholeProcessGroup() {
        try (SupervisedProcess process = shell("sleep 0.2; echo up; while :; do sleep 0.05; done")) {
            process.awaitReady(LIMIT, () -> process.logTail().contains("up"));
            ProcessHandle watcher = ProcessHandle.of(process.pid())
                    .flatMap(program -> program.children().min(Comparator.comparingLong(ProcessHandle::pid)))
                    .orElseThrow();

            watcher.destroy();

            await().during(Duration.ofMillis(300)).atMost(LIMIT).until(watcher::isAlive);
        }
    }

    @Test
    void leavesNoWatcherBehindWhenTheProgramEndsByItself() {
        Launch launch = Launch.of("sample", directory, List.of("/bin/sh", "-c", "exit 0", directory.toString()));
        try (SupervisedProcess process = launch.start()) {
            process.awaitExit(LIMIT);

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(
                                    ProcessHandle.allProcesses().flatMap(found -> found.info().commandLine().stream()))
                            .noneMatch(line -> line.contains(directory.toString())));
        }
    }

    @Test
    void passesEnvironmentAndDirectoryOn() throws IOException {
        Launch launch = Launch.of("sample", directory, List.of("/bin/sh", "-c", "echo $GREETING; pwd"))
                .withEnvironment(Map.of("GREETING", "hello"));
        try (SupervisedProcess process = launch.start()) {
            process.awaitExit(LIMIT);

            assertThat(Files.readString(process.log())).isEqualTo("hello\n" + directory.toRealPath() + "\n");
        }
    }

    private SupervisedProcess shell(String script) {
        return Launch.of("sample", directory, List.of("/bin/sh", "-c", script)).start();
    }
}
