package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines reach a collector as they were written, also one that was away, and the rest is counted. */
class OtlpShipperTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String POD = "operator-0";

    private final List<JsonNode> records = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SampleLog log = new SampleLog("one").start().events(20).checkpoint();
    private volatile int status = 200;
    private volatile String answer = "{}";
    private HttpServer collector;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/logs", this::take);
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void linesArriveInTheirOrderAsTheyWereWritten() throws IOException {
        write(log.lines());
        Shipper shipper = ship();
        await().atMost(PATIENCE).until(() -> records.size() == 22);
        shipper.close();

        assertThat(bodies()).isEqualTo(log.lines());
        JsonNode first = records.get(1);
        assertThat(first.path("timeUnixNano").asText()).isEqualTo("1795521600123000000");
        assertThat(first.path("attributes").get(0).at("/value/stringValue").asText())
                .isEqualTo("KeyCreated");
        assertThat(authorizations).containsOnly("Bearer of-the-collector");
        assertThat(lost()).isZero();
    }

    @Test
    void closingShipsWhatWasWrittenLast() throws IOException {
        Shipper shipper = ship();
        write(log.lines());
        shipper.close();

        assertThat(bodies()).isEqualTo(log.lines());
    }

    @Test
    void linesAreKeptForACollectorThatIsAway() throws IOException {
        status = 503;
        write(log.lines());
        Shipper shipper = ship();
        await().atMost(PATIENCE).until(() -> requests.get() > 0);
        await().atMost(PATIENCE).until(() -> waiting() == 22);
        status = 200;
        await().atMost(PATIENCE).until(() -> records.size() == 22);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        shipper.close();

        assertThat(bodies()).isEqualTo(log.lines());
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

        assertThat(bodies()).isEqualTo(all);
    }

    @Test
    void linesThatACollectorRefusesForGoodAreCountedAndPassedBy() throws IOException {
        status = 400;
        write(log.lines());
        ship().close();
        assertThat(lost()).isEqualTo(22);

        status = 200;
        log.taken();
        log.events(1);
        write(log.lines());
        ship().close();
        assertThat(bodies()).isEqualTo(log.lines());
    }

    @Test
    void linesThatACollectorTookOnlyInPartAreCounted() throws IOException {
        answer = "{\"partialSuccess\":{\"rejectedLogRecords\":\"5\",\"errorMessage\":\"too old\"}}";
        write(log.lines());
        ship().close();

        assertThat(lost()).isEqualTo(5);
    }

    @Test
    void linesThatHadToMakeRoomAreCounted() throws IOException {
        write(log.lines(), 64 * 1024);
        ship().close();
        int shipped = records.size();
        log.taken();
        log.events(400);
        write(log.lines(), 64 * 1024);
        ship().close();

        assertThat(records.size()).isGreaterThan(shipped);
        assertThat(lost()).isEqualTo(22 + 400 - records.size());
        assertThat(bodies().getLast()).isEqualTo(log.lines().getLast());
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
        URI endpoint = URI.create("http://localhost:" + collector.getAddress().getPort() + "/");
        OtlpExporter exporter = new OtlpExporter(endpoint, "Bearer of-the-collector", null, POD);
        AuditMeters meters = new AuditMeters(registry, Clock.systemUTC());
        Shipper shipper = new Shipper(folder, POD, exporter, meters, PATIENCE);
        shipper.start();
        return shipper;
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        if (status == 200) {
            request.at("/resourceLogs/0/scopeLogs/0/logRecords").forEach(records::add);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        }
        requests.incrementAndGet();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<String> bodies() {
        return records.stream()
                .map(each -> each.at("/body/stringValue").asText())
                .toList();
    }

    private double waiting() {
        return registry.get(AuditMeters.SINK_WAITING).gauge().value();
    }

    private double lost() {
        return registry.get(AuditMeters.SINK_LOST).counter().count();
    }
}
