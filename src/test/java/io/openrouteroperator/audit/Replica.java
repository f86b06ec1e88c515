package io.openrouteroperator.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that ships what is in a folder to a collector until it is killed: locks are between processes. */
final class Replica {
    private Replica() {}

    /** Starts one; what it says is beside the folder. */
    static SupervisedProcess start(Path folder, String pod, URI endpoint) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return Launch.of(
                        pod,
                        folder.resolveSibling("output"),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx64m",
                                "-cp",
                                classPath,
                                Replica.class.getName(),
                                folder.toString(),
                                pod,
                                endpoint.toString()))
                .start();
    }

    /**
     * Ships.
     *
     * @param arguments folder, pod, and the collector's address
     */
    public static void main(String[] arguments) throws InterruptedException {
        Shipper shipper = new Shipper(
                Path.of(arguments[0]),
                arguments[1],
                arguments[1] + ".1",
                new OtlpExporter(URI.create(arguments[2]), null, null),
                new AuditMeters(new SimpleMeterRegistry(), Clock.systemUTC()));
        shipper.start();
        new CountDownLatch(1).await();
    }
}
