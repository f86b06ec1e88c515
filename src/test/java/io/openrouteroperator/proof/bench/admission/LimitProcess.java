package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that answers the same to everybody, as fast as the same stack can: what the webhook is held against. */
final class LimitProcess {
    private LimitProcess() {}

    /** Starts it and waits until it answers. */
    static SupervisedProcess start(Path directory, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                absoluteClassPath(),
                ConstantServer.class.getName(),
                Integer.toString(port));
        SupervisedProcess limit = Launch.of("limit", directory, command).start();
        limit.awaitReady(Duration.ofMinutes(1), () -> limit.logTail().contains("limit: OpenSSL true"));
        return limit;
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
