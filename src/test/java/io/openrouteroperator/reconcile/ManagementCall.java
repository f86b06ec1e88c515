package io.openrouteroperator.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** One call of OpenRouter's management API as an administrator with a script would make it. */
public final class ManagementCall {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManagementCall() {}

    /** Posts a body and returns the {@code data} of the answer, which has to be a success. */
    public static JsonNode post(Simulator openRouter, String path, String body) {
        return send(openRouter, "POST", path, body);
    }

    /** Changes what is at a path. */
    public static void patch(Simulator openRouter, String path, String body) {
        send(openRouter, "PATCH", path, body);
    }

    /** Reads the {@code data} at a path. */
    public static JsonNode get(Simulator openRouter, String path) {
        return send(openRouter, "GET", path, "");
    }

    /** Deletes what is at a path. */
    public static void delete(Simulator openRouter, String path) {
        send(openRouter, "DELETE", path, "");
    }

    private static JsonNode send(Simulator openRouter, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(openRouter.baseUrl() + path))
                .header("Authorization", "Bearer " + openRouter.managementKey())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
