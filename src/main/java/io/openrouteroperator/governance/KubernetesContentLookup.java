package io.openrouteroperator.governance;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.manifest.ContentReader;
import java.util.HashMap;
import java.util.Map;

/** Reads Secrets and ConfigMaps by name; neither is ever listed or watched. */
public final class KubernetesContentLookup implements ContentLookup {
    private final KubernetesClient client;

    /** @param client of the operator's own service account */
    public KubernetesContentLookup(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public EntryKeys fetch(ContentName name) {
        return EntryKeys.of(name.secret() ? secret(name) : configMap(name));
    }

    private Map<String, String> secret(ContentName name) {
        Secret secret = client.secrets()
                .inNamespace(name.object().namespace())
                .withName(name.object().name())
                .get();
        Map<String, String> entries = new HashMap<>();
        if (secret != null && secret.getData() != null) {
            secret.getData().forEach((entry, encoded) -> ContentReader.decode(entry, encoded, entries));
        }
        return entries;
    }

    private Map<String, String> configMap(ContentName name) {
        ConfigMap configMap = client.configMaps()
                .inNamespace(name.object().namespace())
                .withName(name.object().name())
                .get();
        Map<String, String> entries = new HashMap<>();
        if (configMap != null && configMap.getBinaryData() != null) {
            configMap.getBinaryData().forEach((entry, encoded) -> ContentReader.decode(entry, encoded, entries));
        }
        if (configMap != null && configMap.getData() != null) {
            entries.putAll(configMap.getData());
        }
        return entries;
    }
}
