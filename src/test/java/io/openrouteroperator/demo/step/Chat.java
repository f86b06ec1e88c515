package io.openrouteroperator.demo.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A chat completion asked with the service's key, shown as a curl command in a pod that has the Secret in its environment. */
record Chat(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Asks, and shows the command; what of the answer to show is the caller's choice. */
    static Chat ask(Scene scene, String model, String question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        body.putArray("messages").addObject().put("role", "user").put("content", question);
        scene.terminal().command("""
                        curl $OPENROUTER_BASE_URL/chat/completions -H "Authorization: Bearer $OPENROUTER_API_KEY" \\
                          -H "X-OpenRouter-Metadata: enabled" --json '%s'""".formatted(body));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(scene.openRouter().baseUrl() + "/chat/completions"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + ServiceKey.read(scene))
                .header("X-OpenRouter-Metadata", "enabled")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Chat(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException("OpenRouter did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The provider that served, in OpenRouter's words; empty if none did. */
    String servedBy() {
        return body.path("openrouter_metadata")
                .path("attempts")
                .path(0)
                .path("provider")
                .asText();
    }
}
