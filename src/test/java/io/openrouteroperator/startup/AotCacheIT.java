package io.openrouteroperator.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM ignores a cache that does not fit without a word; so what ships is asked. */
class AotCacheIT {
    private static final Path SHIPPED = Path.of("target/dist").toAbsolutePath();

    @Test
    void takesItsClassesFromTheTrainedCache(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> loaded = loadedClasses(folder);

        assertThat(loaded).hasSizeGreaterThan(3000);
        assertThat(loaded.stream().filter(AotCacheIT::isCached).count() * 100 / loaded.size())
                .as("per cent of the classes come from the cache")
                .isGreaterThanOrEqualTo(95);
    }

    @Test
    void refusesToRunWhereAJarChangedItsTime(@TempDir Path folder) throws IOException, InterruptedException {
        Path copy = folder.resolve("dist");
        copyPlainly(SHIPPED, copy);

        Process process = start(copy, "-XX:AOTMode=on", folder);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("operator.log"))).contains("AOT cache");
    }

    /** Starts what ships without a cluster: how far it gets is enough to see where its classes come from. */
    private static List<String> loadedClasses(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        String flags = "-XX:AOTMode=on -Xlog:class+load:file=" + log;
        Process process = start(SHIPPED, flags, folder);
        try {
            Awaitility.await("the application's own classes to be loaded")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive()
                            || (Files.exists(log) && Files.readString(log).contains("io.openrouteroperator.wiring")));
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .toList();
    }

    /** Lambda forms and proxies are made at run time by their nature, and counted as not cached. */
    private static boolean isCached(String line) {
        return line.contains("source: shared objects file");
    }

    private static Process start(Path shipped, String flags, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(shipped.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("operator.log").toFile());
        builder.environment().put("OPERATOR_JVM_FLAGS", flags);
        builder.environment().put("KUBERNETES_MASTER", "https://127.0.0.1:1");
        return builder.start();
    }

    private static void copyPlainly(Path from, Path to) throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-R", from.toString(), to.toString()).start();
        String complaint = new String(copy.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(copy.waitFor()).as(complaint).isZero();
    }
}
