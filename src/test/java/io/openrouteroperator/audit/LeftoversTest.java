package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pods left in a folder that several share is shipped once they are gone, and not before; each is a process here. */
class LeftoversTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private FakeCollector collector;
    private Path folder;

    @TempDir
    private Path work;

    @BeforeEach
    void listen() throws IOException {
        folder = Files.createDirectory(work.resolve("log"));
        collector = new FakeCollector();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        collector.close();
    }

    @Test
    void whatWasNotShippedYetArrivesAsItWasWrittenAndUnderThePodsName() throws IOException {
        // Given
        SampleLog gone = new SampleLog("gone.1").start();
        write("gone", gone.events(20).checkpoint());
        ship("gone").close();
        write("gone", gone.events(5));
        Set<String> pods = ConcurrentHashMap.newKeySet();
        collector.beforeAnswer = pods::add;
        write("heir", new SampleLog("heir.1").start().events(3));

        // When
        open.add(ship("heir"));

        // Then
        awaitAll();
        assertThat(of("gone")).isEqualTo(writtenBy("gone"));
        assertThat(of("heir")).isEqualTo(writtenBy("heir"));
        assertThat(pods).containsExactlyInAnyOrder("gone", "heir");
    }

    @Test
    void aPodThatStandsStillIsNotGone() throws IOException {
        // Given
        SampleLog slow = new SampleLog("slow.1").start();
        write("slow", slow.events(3));
        SupervisedProcess replica = replica("slow");
        awaitAll();
        replica.pause();
        write("slow", slow.events(3));
        List<String> waiting = writtenBy("slow").subList(4, 7);
        // It comes behind the slow one, so that whoever shipped it has looked at that.
        write("wholly-gone", new SampleLog("wholly-gone.1").start().events(1));

        // When
        Shipper heir = ship("heir");
        await().atMost(PATIENCE).until(() -> of("wholly-gone").size() == 2);
        heir.close();

        // Then
        assertThat(collector.bodies()).doesNotContainAnyElementsOf(waiting);

        // When
        replica.kill();
        open.add(ship("another-heir"));

        // Then
        awaitAll();
        assertThat(of("slow").stream().distinct().toList())
                .as("once more what was sent and not marked yet when it was stopped")
                .isEqualTo(writtenBy("slow"));
    }

    @Test
    void whoeverIsKilledBetweenTheLinesAndTheBookmarkLeavesThemToOthers() throws IOException {
        // Given
        write("first", new SampleLog("first.1").start().events(20).checkpoint());
        killWhoShips("first", "first");
        assertThat(of("first")).isEqualTo(writtenBy("first"));

        // When
        write("second", new SampleLog("second.1").start().events(1));
        killWhoShips("second", "first");
        open.add(ship("third"));

        // Then
        await().atMost(PATIENCE).until(() -> of("first").size() == 3 * 22);
        awaitAll();
        assertThat(of("first").stream().distinct().toList()).isEqualTo(writtenBy("first"));
        assertThat(of("second")).isEqualTo(writtenBy("second"));
    }

    @Test
    void severalWhoWantTheSameShipEachLineOnce() throws IOException {
        // Given
        for (int pod = 0; pod < 40; pod++) {
            write(
                    "gone-" + pod,
                    new SampleLog("gone-" + pod + ".1").start().events(30).checkpoint());
        }

        // When
        List<SupervisedProcess> heirs = List.of(replica("heir-1"), replica("heir-2"), replica("heir-3"));

        // Then
        awaitAll();
        assertThat(heirs).allMatch(SupervisedProcess::isAlive);
        written.forEach((pod, lines) -> assertThat(of(pod)).as(pod).isEqualTo(lines));
        assertThat(collector.records).hasSize(40 * 32);
    }

    @Test
    void whatCannotBeReadHoldsNobodyUp() throws IOException {
        write("damaged", new SampleLog("damaged.1").start());
        Files.writeString(folder.resolve("damaged.shipped-otlp"), "damaged-000000001.jsonl\nsomewhere\nnull\n");
        write("unlockable", new SampleLog("unlockable.1").start());
        Files.createDirectory(folder.resolve("unlockable.shipping-otlp"));
        write("whole", new SampleLog("whole.1").start().events(2));
        write("heir", new SampleLog("heir.1").start().events(3));
        Files.createDirectory(folder.resolve("heir.shipping-otlp"));

        open.add(ship("heir"));

        await().atMost(PATIENCE).until(() -> of("whole").equals(writtenBy("whole")));
        assertThat(of("heir")).isEqualTo(writtenBy("heir"));
        assertThat(collector.records).hasSize(3 + 4);
    }

    /** Lets a replica run until it has brought lines of a pod, and ends it before it knows that they arrived. */
    private void killWhoShips(String replica, String pod) throws IOException {
        CountDownLatch started = new CountDownLatch(1);
        List<SupervisedProcess> doomed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        collector.beforeAnswer = of -> {
            if (of.equals(pod) && seen.add(of)) {
                waitFor(started);
                doomed.getFirst().kill();
            }
        };
        doomed.add(replica(replica));
        started.countDown();
        doomed.getFirst().awaitExit(PATIENCE);
        collector.beforeAnswer = _ -> {};
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(String pod, SampleLog from) throws IOException {
        LogFile file = new LogFile(folder, pod, 1024 * 1024);
        List<String> lines = from.taken();
        for (String line : lines) {
            file.write(line);
        }
        file.close();
        written.computeIfAbsent(pod, _ -> new ArrayList<>()).addAll(lines);
    }

    private SupervisedProcess replica(String pod) {
        SupervisedProcess replica = Replica.start(folder, pod, collector.endpoint());
        open.add(replica);
        return replica;
    }

    private Shipper ship(String pod) {
        Shipper shipper = new Shipper(
                folder,
                pod,
                pod + ".1",
                new OtlpExporter(collector.endpoint(), null, null),
                new AuditMeters(new SimpleMeterRegistry(), Clock.systemUTC()),
                PATIENCE);
        shipper.start();
        return shipper;
    }

    private void awaitAll() {
        Set<String> all = written.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> new HashSet<>(collector.bodies()).containsAll(all));
    }

    private List<String> writtenBy(String pod) {
        return Objects.requireNonNull(written.get(pod));
    }

    /** What arrived of a pod's lines, in its order. */
    private List<String> of(String pod) {
        return collector.bodies().stream()
                .filter(line -> ChainLine.parse(line).orElseThrow().writer().equals(pod + ".1"))
                .toList();
    }
}
