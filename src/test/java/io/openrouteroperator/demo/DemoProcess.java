package io.openrouteroperator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A demo in a JVM of its own, with the test's class path and its output in a file. */
final class DemoProcess {
    private @Nullable Process process;
    private @Nullable Path file;

    /** Starts the demo with these flags. */
    Process start(Path output, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Demo.class.getName()));
        command.addAll(Arrays.asList(flags));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process = started;
        file = output;
        return started;
    }

    /** Everything it wrote so far. */
    String output() {
        try {
            return file == null ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it for certain. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
