package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectPages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects as the API server has them now, read page by page. */
public final class LiveObjects implements ClusterObjects {
    private static final int PAGE = 500;
    private static final int FORBIDDEN = 403;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final ObjectPages pages;

    /** Objects read by this client, which is closed with them. */
    public LiveObjects(KubernetesClient client) {
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
        String address = kind.address(namespace) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return answered(kind, () -> {
            @Nullable String answer = client.raw(address);
            return answer == null ? Optional.empty() : Optional.of(JSON.readTree(answer));
        });
    }

    @Override
    public String defaultNamespace() {
        return Objects.requireNonNullElse(client.getConfiguration().getNamespace(), "default");
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<JsonNode> answered(ObjectKind kind, Question question) {
        try {
            return question.ask();
        } catch (KubernetesClientException e) {
            throw new ClusterUnreadableException(problem(e, kind));
        } catch (IOException e) {
            throw new ClusterUnreadableException(
                    "The cluster does not answer with a list of %s, or with one that is no JSON."
                            .formatted(kind.plural()));
        }
    }

    private String problem(KubernetesClientException e, ObjectKind kind) {
        if (e.getCode() == FORBIDDEN) {
            return "You may not read %s; ask for the verbs get and list.".formatted(kind.plural());
        }
        if (e.getCode() > 0) {
            return "The cluster answers %d to a request for %s.".formatted(e.getCode(), kind.plural());
        }
        return "The cluster at %s does not answer (%s); see `kubectl cluster-info`."
                .formatted(client.getMasterUrl(), cause(e));
    }

    private static String cause(Throwable problem) {
        Throwable cause = problem.getCause();
        return cause == null || cause.equals(problem) ? problem.getClass().getSimpleName() : cause(cause);
    }

    @FunctionalInterface
    private interface Question {
        Optional<JsonNode> ask() throws IOException;
    }
}
