package io.openrouteroperator.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client for the simulator's own tests: says what it is told to say, right or wrong. */
final class ApiClient {

    /** An answer: status, headers and body as JSON (missing where it is none). */
    record Reply(int status, HttpResponse<String> raw, JsonNode body) {

        JsonNode data() {
            return body.path("data");
        }

        String errorMessage() {
            return body.path("error").path("message").asText();
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;
    private final @Nullable String key;

    ApiClient(String baseUrl, @Nullable String key) {
        this.baseUrl = baseUrl;
        this.key = key;
    }

    /** A client with the simulator's management key. */
    static ApiClient manager(Simulator simulator) {
        return new ApiClient(simulator.baseUrl(), simulator.managementKey());
    }

    ApiClient as(@Nullable String otherKey) {
        return new ApiClient(baseUrl, otherKey);
    }

    Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body, Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Reply send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response, json(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        }
    }
}
