package io.openrouteroperator.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects as the API server has them now, read page by page. */
public final class ServedObjects implements ReadableObjects {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final ObjectPages pages;
    private final BiFunction<Exception, ObjectKind, ObjectsUnreadableException> explanation;

    /**
     * Objects that this client reads.
     *
     * @param size objects in a page; one object has up to 1.5 MiB, and a page is in memory as a whole
     * @param explanation what a {@link KubernetesClientException}, or an {@link IOException} for an answer that is not what was asked
     *     for, means to whoever asks
     */
    public ServedObjects(
            KubernetesClient client,
            int size,
            BiFunction<Exception, ObjectKind, ObjectsUnreadableException> explanation) {
        this.client = client;
        this.pages = new ObjectPages(client, size);
        this.explanation = explanation;
    }

    @Override
    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
        answered(kind, () -> {
            pages.forEach(kind, namespace, consumer);
            return Optional.empty();
        });
    }

    @Override
    public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
        String address = kind.address(namespace) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return answered(kind, () -> {
            @Nullable String answer = client.raw(address);
            return answer == null ? Optional.empty() : Optional.of(JSON.readTree(answer));
        });
    }

    private Optional<JsonNode> answered(ObjectKind kind, Question question) {
        try {
            return question.ask();
        } catch (KubernetesClientException | IOException e) {
            throw explanation.apply(e, kind);
        }
    }

    @FunctionalInterface
    private interface Question {
        Optional<JsonNode> ask() throws IOException;
    }
}
