package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
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

    /** Objects read by this client, which is closed with them. */
    public LiveObjects(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
        String address = kind.address(namespace) + "?limit=" + PAGE;
        String rest = "";
        do {
            JsonNode page = get(address + rest, kind).orElse(null);
            if (page == null) {
                return;
            }
            page.path("items").forEach(item -> consumer.accept(named(item, kind)));
            String next = page.path("metadata").path("continue").asText();
            rest = next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!rest.isEmpty());
    }

    @Override
    public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
        return get(kind.address(namespace) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8), kind);
    }

    @Override
    public String defaultNamespace() {
        return Objects.requireNonNullElse(client.getConfiguration().getNamespace(), "default");
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<JsonNode> get(String address, ObjectKind kind) {
        try {
            @Nullable String answer = client.raw(address);
            return answer == null ? Optional.empty() : Optional.of(JSON.readTree(answer));
        } catch (KubernetesClientException e) {
            throw new ClusterUnreadableException(problem(e, kind));
        } catch (JsonProcessingException e) {
            throw new ClusterUnreadableException("The cluster answers with something that is no JSON.");
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

    /** The API server leaves out in lists what each item is. */
    private static JsonNode named(JsonNode item, ObjectKind kind) {
        return item instanceof ObjectNode object
                ? object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind())
                : item;
    }
}
