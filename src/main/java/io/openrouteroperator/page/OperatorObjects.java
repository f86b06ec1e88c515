package io.openrouteroperator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectPages;
import io.openrouteroperator.listing.ObjectsUnreadableException;
import io.openrouteroperator.listing.ReadableObjects;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects as the operator may read them, page by page. */
public final class OperatorObjects implements ReadableObjects {
    /** An object has up to 1.5 MiB, and a page is in memory as a whole. */
    private static final int PAGE = 20;

    private static final int FORBIDDEN = 403;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final ObjectPages pages;

    /** Objects that this client reads. */
    public OperatorObjects(KubernetesClient client) {
        this.client = client;
        this.pages = new ObjectPages(client, PAGE);
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
        return answered(kind, () -> {
            @Nullable String answer = client.raw(kind.address(namespace) + "/" + name);
            return answer == null ? Optional.empty() : Optional.of(JSON.readTree(answer));
        });
    }

    private static Optional<JsonNode> answered(ObjectKind kind, Question question) {
        try {
            return question.ask();
        } catch (KubernetesClientException e) {
            throw new ObjectsUnreadableException(
                    e.getCode() == FORBIDDEN
                            ? "The operator may not read %s; see page.enabled of the chart.".formatted(kind.plural())
                            : "The API server did not answer a request for %s.".formatted(kind.plural()));
        } catch (IOException e) {
            throw new ObjectsUnreadableException(
                    "The API server did not answer with %s that can be read.".formatted(kind.plural()));
        }
    }

    @FunctionalInterface
    private interface Question {
        Optional<JsonNode> ask() throws IOException;
    }
}
