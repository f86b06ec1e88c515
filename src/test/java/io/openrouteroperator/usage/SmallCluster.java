package io.openrouteroperator.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** As much of an API server as usage needs: it keeps what is created and updated, and has no kind of report. */
final class SmallCluster implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final KubernetesClient client;

    SmallCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .build())
                .build();
    }

    KubernetesClient client() {
        return client;
    }

    /** Everything that was asked to be written, refused or not, as method and path. */
    List<String> writes() {
        return List.copyOf(writes);
    }

    /** What the events say. */
    List<String> events() {
        return objects.values().stream()
                .filter(object -> object.path("kind").asText().equals("Event"))
                .map(event -> event.path("note").asText())
                .toList();
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode sent = JSON.readTree(exchange.getRequestBody());
        String name = sent.at("/metadata/name").asText();
        switch (exchange.getRequestMethod()) {
            case "GET" -> reply(exchange, objects.containsKey(path) ? 200 : 404, objects.get(path));
            case "PUT" -> {
                writes.add("PUT " + path);
                objects.put(path, sent);
                reply(exchange, 200, sent);
            }
            case "POST" -> {
                writes.add("POST " + path);
                boolean isNew = objects.putIfAbsent(path + "/" + name, sent) == null;
                reply(exchange, isNew ? 201 : 409, sent);
            }
            default -> reply(exchange, 405, null);
        }
    }

    private static void reply(HttpExchange exchange, int code, @Nullable JsonNode body) throws IOException {
        byte[] bytes =
                JSON.writeValueAsBytes(code < 300 && body != null ? body : Map.of("kind", "Status", "code", code));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
