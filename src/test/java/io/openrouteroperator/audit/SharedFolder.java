package io.openrouteroperator.audit;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A folder that several pods log into, what each wrote, and whoever ships it to a collector. */
final class SharedFolder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final Path path;
    private final FakeCollector collector;

    SharedFolder(Path path, FakeCollector collector) {
        this.path = path;
        this.collector = collector;
    }

    Path path() {
        return path;
    }

    Set<String> pods() {
        return written.keySet();
    }

    void write(String pod, SampleLog from) throws IOException {
        LogFile file = new LogFile(path, pod, 1024 * 1024);
        List<String> lines = from.taken();
        for (String line : lines) {
            file.write(line);
        }
        file.close();
        written.computeIfAbsent(pod, _ -> new ArrayList<>()).addAll(lines);
    }

    List<String> writtenBy(String pod) {
        return Objects.requireNonNull(written.get(pod));
    }

    /** A pod that ships, as a process of its own, until the folder is closed. */
    SupervisedProcess replica(String pod) {
        SupervisedProcess replica = Replica.start(path, pod, collector.endpoint());
        endings.add(replica::close);
        return replica;
    }

    /** A pod that ships, in this process, until it or the folder is closed. */
    Shipper ship(String pod) {
        Shipper shipper = new Shipper(
                path,
                pod,
                pod + ".1",
                new OtlpExporter(collector.endpoint(), null, null),
                new AuditMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
                PATIENCE);
        shipper.start();
        endings.add(shipper::close);
        return shipper;
    }

    /** Waits until all that was written has arrived. */
    void awaitAll() {
        Set<String> all = written.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> new HashSet<>(collector.bodies()).containsAll(all));
    }

    /** What arrived of a pod's lines, in its order. */
    List<String> of(String pod) {
        return collector.bodies().stream()
                .filter(line -> ChainLine.parse(line).orElseThrow().writer().equals(pod + ".1"))
                .toList();
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
