package io.openrouteroperator.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lists in pages, as the API server asks of whoever reads much. */
public final class ObjectPages {
    private final KubernetesClient client;
    private final int size;

    /**
     * Lists that this client reads.
     *
     * @param size objects in a page; one object has up to 1.5 MiB, and a page is in memory as a whole
     */
    public ObjectPages(KubernetesClient client, int size) {
        this.client = client;
        this.size = size;
    }

    /**
     * Hands over the objects of a kind one by one; none for a kind of an extension that the cluster does not have.
     *
     * @param namespace empty for all namespaces
     * @throws IOException when an answer is no list
     * @throws KubernetesClientException when there is no answer, or a refusal
     */
    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) throws IOException {
        String first = kind.address(namespace) + "?limit=" + size;
        String next = "";
        do {
            String page = client.raw(first + next);
            if (page == null && !kind.isBuiltIn()) {
                return;
            }
            String token = ObjectPage.read(page == null ? "" : page, kind, consumer);
            next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
    }
}
