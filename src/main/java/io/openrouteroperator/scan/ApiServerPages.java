package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lists in pages, as the API server asks of whoever reads much. */
final class ApiServerPages implements ObjectSource {
    /** An object has up to 1.5 MiB: a page of the largest ones fits into the operator's memory many times. */
    private static final int PAGE = 10;

    private final KubernetesClient client;

    ApiServerPages(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public void forEach(ScannedKind kind, String namespace, Consumer<JsonNode> consumer) throws ScanFailedException {
        String first = kind.path(namespace) + "?limit=" + PAGE;
        String next = "";
        try {
            do {
                String page = client.raw(first + next);
                if (page == null && kind.optional()) {
                    return;
                }
                String token = ObjectList.read(page == null ? "" : page, kind, consumer);
                next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            } while (!next.isEmpty());
        } catch (IOException | KubernetesClientException e) {
            throw new ScanFailedException("a list of %s failed: %s".formatted(kind.plural(), e.getMessage()));
        }
    }
}
