package io.openrouteroperator.startup;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.installation.OperatorProcess;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long the packaged operator takes from the start of its process until its health answers and its webhook port
 * accepts, with keys to look after, and what it then holds in memory. The JVM is told to refuse to run without the cache.
 * The processor time of each start tells a busy machine from a slow start.
 */
public final class StartBench {
    private static final int STARTS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

    private StartBench() {}

    private record Start(long readyMillis, long cpuMillis, long residentMegabytes) {}

    /** Prints a line for each start, and the medians in the last one. */
    public static void main(String[] arguments) {
        try {
            run();
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run() throws IOException {
        List<Start> starts = new ArrayList<>();
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter = Simulator.start(SimulatorOptions.usual());
                InstalledOperator operator =
                        InstalledOperator.install(controlPlane, Map.of("OPERATOR_JVM_FLAGS", "-XX:AOTMode=on"))) {
            new Workload(new Installation(controlPlane, openRouter, operator)).deliverKeys();
            for (int start = 1; start <= STARTS; start++) {
                operator.kill();
                Start measured = measure(operator.startInBackground());
                starts.add(measured);
                System.out.printf(
                        "start %d: ready_ms=%d cpu_ms=%d rss_mb=%d%n",
                        start, measured.readyMillis(), measured.cpuMillis(), measured.residentMegabytes());
            }
        }
        System.out.printf(
                "bench-start: ready_ms=%d rss_mb=%d aot=on%n",
                median(starts.stream().map(Start::readyMillis).toList()),
                median(starts.stream().map(Start::residentMegabytes).toList()));
    }

    private static Start measure(OperatorProcess operator) throws IOException {
        SupervisedProcess process = operator.process();
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        Instant began = handle.info().startInstant().orElseThrow();
        Instant deadline = began.plus(LIMIT);
        while (!(accepts(operator.webhookPort()) && operator.isReady())) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the operator did not get ready:\n" + process.logTail());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        long readyMillis = Duration.between(began, Instant.now()).toMillis();
        long cpuMillis = handle.info().totalCpuDuration().orElseThrow().toMillis();
        LockSupport.parkNanos(SETTLING.toNanos());
        return new Start(readyMillis, cpuMillis, residentMegabytes(process.pid()));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
