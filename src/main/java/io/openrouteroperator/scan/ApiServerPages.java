package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Lists in pages, as the API server asks of whoever reads much, and reads each page as a stream. */
final class ApiServerPages implements ObjectSource {
    private static final int PAGE = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KubernetesClient client;

    ApiServerPages(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public void forEach(ScannedKind kind, String namespace, Consumer<JsonNode> consumer) throws ScanFailedException {
        String path = kind.path(namespace);
        String next = "";
        try {
            do {
                HttpResponse<InputStream> answer = get(path + "?limit=" + PAGE + next);
                try (InputStream body = answer.body()) {
                    if (answer.code() == HttpURLConnection.HTTP_NOT_FOUND && kind.optional()) {
                        return;
                    }
                    if (!answer.isSuccessful()) {
                        throw new ScanFailedException(
                                "the API server answers %d to a list of %s".formatted(answer.code(), kind.plural()));
                    }
                    String token = ObjectList.read(body, kind, consumer);
                    next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
                }
            } while (!next.isEmpty());
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new ScanFailedException("a list of %s was cut off: %s".formatted(kind.plural(), e.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ScanFailedException("the operator stops");
        }
    }

    private HttpResponse<InputStream> get(String path)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpClient http = client.getHttpClient();
        URI uri = URI.create(client.getMasterUrl().toString().replaceAll("/+$", "") + path);
        return http.sendAsync(http.newHttpRequestBuilder().uri(uri).build(), InputStream.class)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
