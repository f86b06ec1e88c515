package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pods left in a folder that several share is shipped once they are gone, and not before; each is a process here. */
class LeftoversTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private FakeCollector collector;
    private SharedFolder folder;

    @BeforeEach
    void listen(@TempDir Path work) throws IOException {
        collector = new FakeCollector();
        folder = new SharedFolder(Files.createDirectory(work.resolve("log")), collector);
    }

    @AfterEach
    void stop() {
        folder.close();
        collector.close();
    }

    @Test
    void whatWasNotShippedYetArrivesAsItWasWrittenAndUnderThePodsName() throws IOException {
        // Given
        SampleLog gone = new SampleLog("gone.1").start();
        folder.write("gone", gone.events(20).checkpoint());
        folder.ship("gone").close();
        folder.write("gone", gone.events(5));
        Set<String> pods = ConcurrentHashMap.newKeySet();
        collector.beforeAnswer = pods::add;
        folder.write("heir", new SampleLog("heir.1").start().events(3));

        // When
        folder.ship("heir");

        // Then
        folder.awaitAll();
        assertThat(folder.of("gone")).isEqualTo(folder.writtenBy("gone"));
        assertThat(folder.of("heir")).isEqualTo(folder.writtenBy("heir"));
        assertThat(pods).containsExactlyInAnyOrder("gone", "heir");
    }

    @Test
    void aPodThatStandsStillIsNotGone() throws IOException {
        // Given
        SampleLog slow = new SampleLog("slow.1").start();
        folder.write("slow", slow.events(3));
        SupervisedProcess replica = folder.replica("slow");
        folder.awaitAll();
        replica.pause();
        folder.write("slow", slow.events(3));
        List<String> waiting = folder.writtenBy("slow").subList(4, 7);
        // It comes behind the slow one, so that whoever shipped it has looked at that.
        folder.write("wholly-gone", new SampleLog("wholly-gone.1").start().events(1));

        // When
        Shipper heir = folder.ship("heir");
        await().atMost(PATIENCE).until(() -> folder.of("wholly-gone").size() == 2);
        heir.close();

        // Then
        assertThat(collector.bodies()).doesNotContainAnyElementsOf(waiting);

        // When
        replica.kill();
        folder.ship("another-heir");

        // Then
        folder.awaitAll();
        assertThat(folder.of("slow").stream().distinct().toList())
                .as("once more what was sent and not marked yet when it was stopped")
                .isEqualTo(folder.writtenBy("slow"));
    }

    @Test
    void whoeverIsKilledBetweenTheLinesAndTheBookmarkLeavesThemToOthers() throws IOException {
        // Given
        folder.write("first", new SampleLog("first.1").start().events(20).checkpoint());
        killWhoShips("first", "first");
        assertThat(folder.of("first")).isEqualTo(folder.writtenBy("first"));

        // When
        folder.write("second", new SampleLog("second.1").start().events(1));
        killWhoShips("second", "first");
        folder.ship("third");

        // Then
        await().atMost(PATIENCE).until(() -> folder.of("first").size() == 3 * 22);
        folder.awaitAll();
        assertThat(folder.of("first").stream().distinct().toList()).isEqualTo(folder.writtenBy("first"));
        assertThat(folder.of("second")).isEqualTo(folder.writtenBy("second"));
    }

    @Test
    void severalWhoWantTheSameShipEachLineOnce() throws IOException {
        // Given
        for (int pod = 0; pod < 40; pod++) {
            folder.write(
                    "gone-" + pod,
                    new SampleLog("gone-" + pod + ".1").start().events(30).checkpoint());
        }

        // When
        List<SupervisedProcess> heirs =
                List.of(folder.replica("heir-1"), folder.replica("heir-2"), folder.replica("heir-3"));

        // Then
        folder.awaitAll();
        assertThat(heirs).allMatch(SupervisedProcess::isAlive);
        assertThat(folder.pods())
                .hasSize(40)
                .allSatisfy(pod -> assertThat(folder.of(pod)).as(pod).isEqualTo(folder.writtenBy(pod)));
        assertThat(collector.records).hasSize(40 * 32);
    }

    @Test
    void whatCannotBeReadHoldsNobodyUp() throws IOException {
        folder.write("damaged", new SampleLog("damaged.1").start());
        Files.writeString(folder.path().resolve("damaged.shipped-otlp"), "damaged-000000001.jsonl\nsomewhere\nnull\n");
        folder.write("unlockable", new SampleLog("unlockable.1").start());
        Files.createDirectory(folder.path().resolve("unlockable.shipping-otlp"));
        folder.write("whole", new SampleLog("whole.1").start().events(2));
        folder.write("heir", new SampleLog("heir.1").start().events(3));
        Files.createDirectory(folder.path().resolve("heir.shipping-otlp"));

        folder.ship("heir");

        await().atMost(PATIENCE).until(() -> folder.of("whole").equals(folder.writtenBy("whole")));
        assertThat(folder.of("heir")).isEqualTo(folder.writtenBy("heir"));
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
        doomed.add(folder.replica(replica));
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
}
