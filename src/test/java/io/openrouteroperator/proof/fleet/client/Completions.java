package io.openrouteroperator.proof.fleet.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks for chat completions. */
final class Completions {
    /** No answer came. */
    static final int UNANSWERED = -1;

    private static final String QUESTION = """
            {"model": "openai/gpt-4o", "max_tokens": 1, "messages": [{"role": "user", "content": "still there?"}]}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Completions(String baseUrl) {
        this.address = URI.create(baseUrl + "/chat/completions");
    }

    /** The status of the answer. */
    int ask(String key) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unanswered) {
            return UNANSWERED;
        }
    }
}
