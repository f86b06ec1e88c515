package io.openrouteroperator.audit.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real OpenTelemetry collector on this machine: what it receives by OTLP it writes into a file. */
final class Collector implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = """
            receivers: {otlp: {protocols: {http: {endpoint: "127.0.0.1:PORT"}}}}
            exporters: {file: {path: "FILE", append: true, flush_interval: 100ms}}
            service:
              telemetry: {metrics: {level: none}}
              pipelines: {logs: {receivers: [otlp], exporters: [file]}}
            """;

    private final int port = FreePorts.next();
    private final Path file;
    private final Launch launch;
    private SupervisedProcess process;

    Collector(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve("received.jsonl");
        Path configuration = Files.writeString(
                folder.resolve("collector.yaml"),
                CONFIGURATION.replace("PORT", Integer.toString(port)).replace("FILE", file.toString()));
        launch = Launch.of("collector", folder, List.of(Servers.path("collector"), "--config=" + configuration));
        process = Servers.start(launch, port);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends without a word, as a crash does. */
    void kill() {
        process.kill();
    }

    void restart() {
        process = Servers.start(launch, port);
    }

    /** The bodies of the log records that arrived, in their order. */
    List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode records = JSON.readTree(line).at("/resourceLogs/0/scopeLogs/0/logRecords");
                records.forEach(each -> bodies.add(each.at("/body/stringValue").asText()));
            }
        } catch (IOException written) {
            return List.of();
        }
        return bodies;
    }

    @Override
    public void close() {
        process.close();
    }
}
