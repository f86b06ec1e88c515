package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.openrouteroperator.manifest.WebhookEdits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The webhooks as the chart installed them, in a ConfigMap, and as the API server has them. */
final class WebhookComparison {
    /** Behind the name of the release, in the name of the ConfigMap. */
    static final String INSTALLED = "-webhook";

    private @Nullable JsonNode installed;
    private JsonNode live = MissingNode.getInstance();

    static boolean isInstalled(JsonNode configMap) {
        return configMap.at("/metadata/name").asText().endsWith(INSTALLED);
    }

    /** Takes one of the two over. */
    void add(JsonNode object) {
        if (isInstalled(object)) {
            installed = new KubernetesSerialization()
                    .unmarshal(object.at("/data/webhooks.yaml").asText(), JsonNode.class);
        } else {
            live = object.path("webhooks");
        }
    }

    /** In what they differ; null when nobody knows what was installed. */
    @Nullable
    List<String> edits() {
        return installed == null ? null : WebhookEdits.between(installed, live);
    }
}
