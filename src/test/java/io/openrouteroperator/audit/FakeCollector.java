package io.openrouteroperator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A collector that keeps what it took, and answers as it is told. */
final class FakeCollector implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> records = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final AtomicInteger requests = new AtomicInteger();
    volatile int status = 200;
    volatile String answer = "{}";
    /** Gets the pod that the lines are of, when they were taken and nobody knows of it yet. */
    volatile Consumer<String> beforeAnswer = _ -> {};

    private final HttpServer server;

    FakeCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/logs", this::take);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** The lines that it took, in their order. */
    List<String> bodies() {
        return records.stream()
                .map(each -> each.at("/body/stringValue").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        JsonNode resource = request.at("/resourceLogs/0");
        if (status == 200) {
            resource.at("/scopeLogs/0/logRecords").forEach(records::add);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        }
        requests.incrementAndGet();
        beforeAnswer.accept(
                resource.at("/resource/attributes/1/value/stringValue").asText());
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
