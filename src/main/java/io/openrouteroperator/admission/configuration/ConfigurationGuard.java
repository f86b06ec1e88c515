package io.openrouteroperator.admission.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.manifest.WebhookEdits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the webhook configuration with the installed one, and says so when somebody edited it. It is not put back: an upgrade changes
 * it before the operator's own copy has changed, and whoever may edit it on purpose would only be fought.
 */
public final class ConfigurationGuard {
    static final String METRIC = "openrouter.webhook.configuration.edits";

    private static final Logger LOG = Logger.getLogger(ConfigurationGuard.class);
    private static final String API_VERSION = "admissionregistration.k8s.io/v1";
    private static final String KIND = "ValidatingWebhookConfiguration";
    private static final String ADDRESS = "/apis/" + API_VERSION + "/validatingwebhookconfigurations/";

    /** An upgrade is over by then, and the kubelet has brought the new copy. */
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private static final int MOST_NAMED = 5;

    private final KubernetesClient client;
    private final KubernetesSerialization serialization = new KubernetesSerialization();
    private final String name;
    private final Path installed;
    private final EventRecorder events;
    private final Clock clock;
    private volatile double edits = Double.NaN;
    private @Nullable Instant since;

    /**
     * A guard that has not looked yet.
     *
     * @param name of the ValidatingWebhookConfiguration
     * @param installed the file of the chart: a list of webhooks, in YAML
     * @param registry gets a gauge with the number of edits, NaN as long as it is not known
     */
    public ConfigurationGuard(
            KubernetesClient client,
            String name,
            Path installed,
            EventRecorder events,
            MeterRegistry registry,
            Clock clock) {
        this.client = client;
        this.name = name;
        this.installed = installed;
        this.events = events;
        this.clock = clock;
        Gauge.builder(METRIC, () -> edits).strongReference(true).register(registry);
    }

    /**
     * Looks once.
     *
     * @throws KubernetesClientException when the configuration cannot be read
     * @throws UncheckedIOException when the file cannot be
     */
    public void look() {
        @Nullable String answer = client.raw(ADDRESS + name);
        JsonNode live = serialization.unmarshal(answer == null ? "{}" : answer, JsonNode.class);
        List<String> found = WebhookEdits.between(installed(), live.path("webhooks"));
        edits = found.size();
        if (found.isEmpty()) {
            since = null;
        } else if (since == null) {
            since = clock.instant();
        } else if (!clock.instant().isBefore(since.plus(SETTLED))) {
            tell(live, found);
        }
    }

    private JsonNode installed() {
        try {
            return serialization.unmarshal(Files.readString(installed), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the webhooks as installed cannot be read: " + e.getMessage(), e);
        }
    }

    private void tell(JsonNode live, List<String> found) {
        String more = found.size() <= MOST_NAMED ? "" : " and %d more".formatted(found.size() - MOST_NAMED);
        String note =
                "somebody edited what the API server sends to the operator, so keys may pass unseen: %s%s; helm upgrade puts it back"
                        .formatted(String.join(", ", found.subList(0, Math.min(found.size(), MOST_NAMED))), more);
        LOG.warnf("ValidatingWebhookConfiguration %s: %s", name, note);
        GenericKubernetesResource about = new GenericKubernetesResource();
        about.setApiVersion(API_VERSION);
        about.setKind(KIND);
        about.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withUid(live.at("/metadata/uid").asText())
                .build());
        events.warning(about, Reason.WEBHOOK_EDITED, note);
    }
}
