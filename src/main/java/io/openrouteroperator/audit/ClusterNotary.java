package io.openrouteroperator.audit;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.core.audit.chain.CheckpointSigner;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a Secret of the operator's namespace, and publishes in a ConfigMap beside it: every public key that was ever used, and
 * the last checkpoint of each of the latest writers, as files that {@code audit verify} takes.
 */
public final class ClusterNotary implements Notary {
    /** A ConfigMap of some kilobytes. */
    static final int MOST_WRITERS = 32;

    static final String KEYS = "public-keys.pem";
    static final String CHECKPOINTS = "checkpoints.jsonl";

    private static final int ATTEMPTS = 3;

    private final KubernetesClient client;
    private final String namespace;
    private final String configMap;
    private final SigningSecret secret;

    /** A notary of the operator's own namespace. */
    public ClusterNotary(KubernetesClient client, String namespace, String signingSecret, String configMap) {
        this.client = client;
        this.namespace = namespace;
        this.configMap = configMap;
        this.secret = new SigningSecret(client, namespace, signingSecret);
    }

    @Override
    public CheckpointSigner signer() {
        return secret.keys();
    }

    @Override
    public List<ChainHead> published() {
        return lines(find()).stream()
                .map(ChainLine::parse)
                .flatMap(Optional::stream)
                .filter(ChainLine::isUnchanged)
                .map(ChainLine::head)
                .toList();
    }

    @Override
    public void publish(ChainLine checkpoint) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (isWritten(checkpoint)) {
                return;
            }
        }
        if (!isWritten(checkpoint)) {
            throw new IllegalStateException(
                    "ConfigMap %s/%s is changed by others all the time".formatted(namespace, configMap));
        }
    }

    /** False when somebody wrote it at the same time. */
    private boolean isWritten(ChainLine checkpoint) {
        ConfigMap found = find();
        ConfigMap wanted = wanted(found, checkpoint);
        try {
            if (found == null) {
                client.resource(wanted).create();
            } else {
                client.resource(wanted).update();
            }
            return true;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
            return false;
        }
    }

    private ConfigMap wanted(@Nullable ConfigMap found, ChainLine checkpoint) {
        Map<String, String> data = new HashMap<>(data(found));
        String key = secret.keys().publicPem();
        String earlier = data.getOrDefault(KEYS, "");
        data.put(KEYS, earlier.contains(key) ? earlier : earlier + key);
        data.put(CHECKPOINTS, String.join("\n", with(lines(found), checkpoint)) + "\n");
        return new ConfigMapBuilder(found == null ? new ConfigMap() : found)
                .editOrNewMetadata()
                .withNamespace(namespace)
                .withName(configMap)
                .addToLabels("app.kubernetes.io/managed-by", "openrouter-operator")
                .endMetadata()
                .withData(data)
                .build();
    }

    private static List<String> with(List<String> lines, ChainLine checkpoint) {
        List<String> all = new ArrayList<>(lines);
        all.removeIf(line -> ChainLine.parse(line)
                .map(other -> other.writer().equals(checkpoint.writer()))
                .orElse(true));
        all.add(checkpoint.text());
        return all.subList(Math.max(0, all.size() - MOST_WRITERS), all.size());
    }

    private @Nullable ConfigMap find() {
        return client.configMaps().inNamespace(namespace).withName(configMap).get();
    }

    private static List<String> lines(@Nullable ConfigMap found) {
        return data(found).getOrDefault(CHECKPOINTS, "").lines().toList();
    }

    private static Map<String, String> data(@Nullable ConfigMap found) {
        return found == null || found.getData() == null ? Map.of() : found.getData();
    }
}
