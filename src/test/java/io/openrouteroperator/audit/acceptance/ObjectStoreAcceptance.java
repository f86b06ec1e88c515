package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real S3-compatible store gets the log as it was written, and what it has can be proven. */
class ObjectStoreAcceptance {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path work;

    private AuditStore store;
    private ShippedLog log;

    @BeforeEach
    void serve() throws Exception {
        store = new AuditStore(work.resolve("store"));
        log = new ShippedLog(work, store::destination);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void whatWasDownloadedIsProvenWhole() throws IOException {
        log.write(log.writer().events(3).checkpoint().events(1500).checkpoint());
        log.ship();
        log.write(log.writer().events(2).end());
        SampleLog next = new SampleLog("operator-0.2", log.writer()).start(log.writer());
        log.write(next.events(1).end());
        log.ship();

        assertThat(store.names()).hasSizeGreaterThan(3);
        assertThat(store.downloaded()).isEqualTo(log.written());
        assertThat(log.verify(store.downloaded()))
                .startsWith(
                        "whole (entries: %d, writers: 2".formatted(log.written().size()));
        assertThat(log.verify(store.downloaded())).doesNotContain("not proven");
        List<String> tampered = new ArrayList<>(store.downloaded());
        tampered.remove(7);
        assertThat(log.verify(tampered)).doesNotStartWith("whole");
        assertThat(log.lost()).isZero();
    }

    @Test
    void linesThatNoCheckpointProvesYetWaitForIt() throws IOException {
        log.write(log.writer().events(3));
        log.ship();
        assertThat(store.names()).isEmpty();

        log.write(log.writer().checkpoint());
        log.ship();
        assertThat(store.downloaded()).isEqualTo(log.written());
    }

    @Test
    void anOutageLosesAndRepeatsNothing() throws IOException {
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        // When
        Shipper shipper = log.start();
        store.server().kill();
        log.write(log.writer().events(3).checkpoint());
        await().atMost(PATIENCE).until(() -> log.waiting() > 0);
        log.write(log.writer().events(3).checkpoint());
        store.server().restart();

        // Then
        await().atMost(PATIENCE).until(() -> store.names().size() == 3);
        await().atMost(PATIENCE).until(() -> log.waiting() == 0);
        shipper.close();
        assertThat(store.versions()).hasSize(3);
        assertThat(store.downloaded()).isEqualTo(log.written());
        assertThat(log.verify(store.downloaded())).startsWith("whole");
        assertThat(log.lost()).isZero();
    }

    @Test
    void aCrashBetweenTheObjectAndItsBookmarkPutsTheSameObjectAgain() throws IOException {
        Path bookmark = log.bookmark("s3");
        Path earlier = work.resolve("bookmark");
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        Files.copy(bookmark, earlier);
        log.write(log.writer().events(4).checkpoint());
        log.ship();
        Files.copy(earlier, bookmark, StandardCopyOption.REPLACE_EXISTING);

        log.write(log.writer().events(1).checkpoint());
        log.ship();

        assertThat(store.names()).hasSize(3);
        assertThat(store.downloaded()).isEqualTo(log.written());
        assertThat(log.verify(store.downloaded())).startsWith("whole");
    }

    @Test
    void linesThatHadToMakeRoomAreCounted() throws IOException {
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        log.write(log.writer().events(1000).checkpoint(), 64 * 1024);
        log.ship();

        assertThat(log.lost())
                .isEqualTo(log.written().size() - store.downloaded().size())
                .isPositive();
        assertThat(store.downloaded().getLast()).isEqualTo(log.written().getLast());
    }

    @Test
    void whatAPodLeftBehindIsPutByAnotherAsItWouldHaveDone() throws IOException {
        // Given
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        log.write(log.writer().events(2).checkpoint().events(1));
        log.write(
                "operator-1",
                new SampleLog("operator-1.1", log.writer()).start(log.writer()).end());

        // When
        heirPutsUntilThereAre(4, "operator-1");

        // Then
        assertThat(store.names())
                .containsExactly(
                        "production/operator-0.1/000000000001.jsonl",
                        "production/operator-0.1/000000000006.jsonl",
                        "production/operator-0.1/000000000009.jsonl",
                        "production/operator-1.1/000000000001.jsonl");
        assertThat(store.downloaded()).isEqualTo(log.written());
        assertThat(log.verify(store.downloaded()))
                .startsWith("whole (entries: 11, writers: 2")
                .doesNotContain("not proven");
        assertThat(log.lost()).isZero();
    }

    @Test
    void anHeirThatCrashesBetweenTheObjectAndItsBookmarkHasAnHeirThatPutsTheSame() throws IOException {
        // Given
        log.write(log.writer().events(3).checkpoint().events(2));
        heirPutsUntilThereAre(2, "operator-1");
        List<String> once = store.downloaded();

        // When
        Files.delete(log.bookmark("s3"));
        heirPutsUntilThereAre(4, "operator-2");

        // Then
        assertThat(store.names()).hasSize(2);
        assertThat(store.downloaded()).isEqualTo(once).isEqualTo(log.written());
    }

    private void heirPutsUntilThereAre(int versions, String heir) {
        try (Shipper _ = log.start(heir)) {
            await().atMost(PATIENCE).until(() -> store.versions().size() == versions && log.isDone("s3"));
        }
    }
}
