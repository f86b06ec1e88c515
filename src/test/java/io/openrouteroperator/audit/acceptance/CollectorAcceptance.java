package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.audit.OtlpExporter;
import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real OpenTelemetry collector receives the log as it was written. */
class CollectorAcceptance {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path work;

    private Collector collector;
    private ShippedLog log;

    @BeforeEach
    void collect() throws IOException {
        collector = new Collector(work.resolve("collector"));
        log = new ShippedLog(work, () -> new OtlpExporter(collector.endpoint(), null, null));
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void whatArrivedIsProvenWhole() throws IOException {
        log.write(log.writer().events(2000).checkpoint());
        log.ship();
        log.write(log.writer().events(1).end());
        log.ship();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.bodies()).isEqualTo(log.written()));
        assertThat(log.verify(collector.bodies())).startsWith("whole (entries: 2004, writers: 1");
        assertThat(log.lost()).isZero();
    }

    @Test
    void anOutageLosesNothing() throws IOException {
        log.write(log.writer().events(3));
        log.ship();
        await().atMost(PATIENCE).until(() -> collector.bodies().size() == 4);
        collector.kill();
        log.write(log.writer().events(3).checkpoint());
        var shipper = log.start();
        await().atMost(PATIENCE).until(() -> log.waiting() == 4);
        collector.restart();
        await().atMost(PATIENCE).until(() -> log.waiting() == 0);
        shipper.close();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(once()).isEqualTo(log.written()));
        assertThat(log.verify(once())).startsWith("whole");
        assertThat(log.lost()).isZero();
    }

    @Test
    void whatAPodLeftBehindArrivesThroughAnother() throws IOException {
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        log.write(log.writer().events(2));
        log.write(
                "operator-1",
                new SampleLog("operator-1.1", log.writer()).start(log.writer()).end());

        try (Shipper _ = log.start("operator-1")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(collector.bodies()).containsExactlyInAnyOrderElementsOf(log.written()));
        }

        assertThat(log.verify(collector.bodies())).startsWith("whole (entries: 9, writers: 2");
        assertThat(log.lost()).isZero();
    }

    /** A line whose answer got lost arrives twice. */
    private List<String> once() {
        return collector.bodies().stream().distinct().toList();
    }
}
