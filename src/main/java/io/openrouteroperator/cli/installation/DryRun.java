package io.openrouteroperator.cli.installation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.listing.ObjectKind;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Objects that the API server judges as if they were created, and forgets; what it warns of is told too, which the client's own calls do not. */
final class DryRun {
    private static final int CREATED = 201;
    private static final long PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;

    DryRun(KubernetesClient client) {
        this.client = client;
    }

    /**
     * The answer of the API server.
     *
     * @param admitted whether the object would have been created
     * @param text the message of a refusal, or all warnings
     */
    record Answer(boolean admitted, String text) {
        boolean says(String words) {
            return text.contains(words);
        }
    }

    /** Asks; throws {@link ClusterUnreadableException} when the API server does not answer, or this user may not create such objects. */
    Answer create(ObjectKind kind, String namespace, JsonNode object) {
        HttpResponse<String> response = send(kind.address(namespace) + "?dryRun=All", object.toString());
        if (response.code() == CREATED) {
            return new Answer(true, String.join("\n", response.headers("Warning")));
        }
        String message = message(response.body());
        // The authoriser's own words; a webhook that refuses says "denied the request".
        if (message.contains("cannot create resource")) {
            throw new ClusterUnreadableException(
                    "You may not create %s in namespace %s, not even as a dry run; ask for the verb create."
                            .formatted(kind.plural(), namespace));
        }
        return new Answer(false, message);
    }

    private HttpResponse<String> send(String path, String body) {
        HttpClient http = client.getHttpClient();
        URI address = client.getMasterUrl().toString().endsWith("/")
                ? URI.create(client.getMasterUrl() + path.substring(1))
                : URI.create(client.getMasterUrl() + path);
        try {
            return http.sendAsync(
                            http.newHttpRequestBuilder()
                                    .uri(address)
                                    .post("application/json", body)
                                    .build(),
                            String.class)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered();
        }
    }

    private ClusterUnreadableException unanswered() {
        return new ClusterUnreadableException(
                "The cluster at %s does not answer; see `kubectl cluster-info`.".formatted(client.getMasterUrl()));
    }

    private static String message(String status) {
        try {
            return JSON.readTree(status).path("message").asText();
        } catch (JsonProcessingException e) {
            return "an answer that is no JSON";
        }
    }
}
