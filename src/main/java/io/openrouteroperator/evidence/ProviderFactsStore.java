package io.openrouteroperator.evidence;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.util.Map;
import java.util.Optional;

/** Keeps facts about providers in a ConfigMap of the operator's namespace, which holds no secret. */
public final class ProviderFactsStore {
    private static final Map<String, String> LABELS = Map.of(
            "app.kubernetes.io/managed-by", "openrouter-operator", "app.kubernetes.io/component", "provider-facts");
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "openrouter-operator.io/description", "What OpenRouter's catalogue says of providers, and since when.");

    private final KubernetesClient client;
    private final String namespace;
    private final String name;
    private final OwnConfigMaps configMaps;

    /**
     * @param namespace the operator's own
     * @param release full name of the release, which the name of the ConfigMap begins with
     */
    public ProviderFactsStore(KubernetesClient client, String namespace, String release) {
        this.client = client;
        this.namespace = namespace;
        this.name = release + ProviderDocument.NAME_ENDS;
        this.configMaps = new OwnConfigMaps(client, namespace);
    }

    /** What is published; nothing when there is none that can be read. */
    public Optional<PublishedProviders> read() {
        ConfigMap found =
                client.configMaps().inNamespace(namespace).withName(name).get();
        if (found == null || found.getData() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProviderDocument.read(found.getData().getOrDefault(ProviderDocument.ENTRY, "")));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Publishes it in the place of what there was. */
    public void write(PublishedProviders providers) {
        configMaps.put(new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(LABELS)
                .withAnnotations(ANNOTATIONS)
                .endMetadata()
                .withData(Map.of(ProviderDocument.ENTRY, ProviderDocument.write(providers)))
                .build());
    }
}
