package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines reach a collector as they were written, also one that was away, and the rest is counted. */
class OtlpShipperTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String POD = "operator-0";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SampleLog log = new SampleLog("one").start().events(20).checkpoint();
    private FakeCollector collector;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        collector = new FakeCollector();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void linesArriveInTheirOrderAsTheyWereWritten() throws IOException {
        write(log.lines());
        Shipper shipper = ship();
        await().atMost(PATIENCE).until(() -> collector.records.size() == 22);
        shipper.close();

        assertThat(collector.bodies()).isEqualTo(log.lines());
        JsonNode first = collector.records.get(1);
        assertThat(first.path("timeUnixNano").asText()).isEqualTo("1795521600123000000");
        assertThat(first.path("attributes").get(0).at("/value/stringValue").asText())
                .isEqualTo("KeyCreated");
        assertThat(collector.authorizations).containsOnly("Bearer of-the-collector");
        assertThat(lost()).isZero();
    }

    @Test
    void closingShipsWhatWasWrittenLast() throws IOException {
        Shipper shipper = ship();
        write(log.lines());
        shipper.close();

        assertThat(collector.bodies()).isEqualTo(log.lines());
    }

    @Test
    void linesAreKeptForACollectorThatIsAway() throws IOException {
        collector.status = 503;
        write(log.lines());
        Shipper shipper = ship();
        await().atMost(PATIENCE).until(() -> collector.requests.get() > 0);
        await().atMost(PATIENCE).until(() -> waiting() == 22);
        collector.status = 200;
        await().atMost(PATIENCE).until(() -> collector.records.size() == 22);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        shipper.close();

        assertThat(collector.bodies()).isEqualTo(log.lines());
        assertThat(lost()).isZero();
    }

    @Test
    void theNextProcessGoesOnWhereTheOneBeforeStood() throws IOException {
        write(log.lines());
        ship().close();
        List<String> all = new ArrayList<>(log.lines());
        log.taken();
        log.events(3);
        write(log.lines());
        all.addAll(log.lines());
        ship().close();

        assertThat(collector.bodies()).isEqualTo(all);
    }

    @Test
    void linesThatACollectorRefusesForGoodAreCountedAndPassedBy() throws IOException {
        collector.status = 400;
        write(log.lines());
        ship().close();
        assertThat(lost()).isEqualTo(22);

        collector.status = 200;
        log.taken();
        log.events(1);
        write(log.lines());
        ship().close();
        assertThat(collector.bodies()).isEqualTo(log.lines());
    }

    @Test
    void linesThatACollectorTookOnlyInPartAreCounted() throws IOException {
        collector.answer = "{\"partialSuccess\":{\"rejectedLogRecords\":\"5\",\"errorMessage\":\"too old\"}}";
        write(log.lines());
        ship().close();

        assertThat(lost()).isEqualTo(5);
    }

    @Test
    void linesThatHadToMakeRoomAreCounted() throws IOException {
        write(log.lines(), 64 * 1024);
        ship().close();
        int shipped = collector.records.size();
        log.taken();
        log.events(400);
        write(log.lines(), 64 * 1024);
        ship().close();

        assertThat(collector.records.size()).isGreaterThan(shipped);
        assertThat(lost()).isEqualTo(22 + 400 - collector.records.size());
        assertThat(collector.bodies().getLast()).isEqualTo(log.lines().getLast());
    }

    private void write(List<String> lines) throws IOException {
        write(lines, 1024 * 1024);
    }

    private void write(List<String> lines, int mostBytes) throws IOException {
        LogFile file = new LogFile(folder, POD, mostBytes);
        for (String line : lines) {
            file.write(line);
        }
        file.close();
    }

    private Shipper ship() {
        OtlpExporter exporter = new OtlpExporter(collector.endpoint(), "Bearer of-the-collector", null);
        AuditMeters meters = new AuditMeters(registry, Clock.systemUTC());
        Shipper shipper = new Shipper(folder, POD, "one", exporter, meters, PATIENCE);
        shipper.start();
        return shipper;
    }

    private double waiting() {
        return registry.get(AuditMeters.SINK_WAITING).gauge().value();
    }

    private double lost() {
        return registry.get(AuditMeters.SINK_LOST).counter().count();
    }
}
