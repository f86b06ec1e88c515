package io.openrouteroperator.cli.installation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.LiveObjects;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.manifest.WebhookEdits;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects that an installation consists of, as they are now. */
final class InstalledParts {
    /** A leader renews every few seconds; clocks may differ by more than that. */
    private static final Duration ALIVE = Duration.ofMinutes(1);

    private final KubernetesClient client;
    private final KubernetesSerialization serialization = new KubernetesSerialization();
    private final ClusterObjects objects;
    private final String namespace;
    private final String name;
    private final Clock clock;

    /** @param name the full name of the release, which its objects are called by */
    InstalledParts(KubernetesClient client, String namespace, String name, Clock clock) {
        this.client = client;
        this.objects = new LiveObjects(client);
        this.namespace = namespace;
        this.name = name;
        this.clock = clock;
    }

    /** Whether the API server knows our kinds. */
    Outcome definitions() {
        List<String> missing = new ArrayList<>();
        JsonNode served = discovered();
        for (ObjectKind kind : List.of(ObjectKind.ACCOUNT, ObjectKind.POLICY, ObjectKind.KEY)) {
            if (!served.path("resources").findValuesAsText("name").contains(kind.plural())) {
                missing.add(kind.plural() + "." + ApiGroup.NAME);
            }
        }
        return missing.isEmpty()
                ? Outcome.good("definitions", "OpenRouterAccount, OpenRouterPolicy and OpenRouterKey are known")
                : Outcome.bad(
                        "definitions",
                        "the cluster has no %s: install the chart with crds.enabled=true, or apply crds/"
                                .formatted(String.join(", ", missing)));
    }

    /** Whether some replica reconciles. */
    Outcome leader() {
        Optional<JsonNode> lease = objects.find(ObjectKind.LEASE, namespace, name);
        if (lease.isEmpty()) {
            return Outcome.bad(
                    "leader",
                    "no replica has ever led: there is no Lease %s/%s. %s".formatted(namespace, name, look()));
        }
        String holder = lease.get().at("/spec/holderIdentity").asText();
        Optional<Duration> age = renewed(lease.get()).map(time -> Duration.between(time.toInstant(), clock.instant()));
        if (holder.isEmpty() || age.isEmpty()) {
            return Outcome.bad("leader", "no replica leads now. " + look());
        }
        return age.get().compareTo(ALIVE) <= 0
                ? Outcome.good(
                        "leader",
                        "%s renewed its lease %d s ago"
                                .formatted(holder, Math.max(0, age.get().toSeconds())))
                : Outcome.bad(
                        "leader",
                        "%s renewed its lease %d s ago and not since. %s"
                                .formatted(holder, age.get().toSeconds(), look()));
    }

    /** Whether the API server sends what the chart says. */
    Outcome configuration() {
        Optional<JsonNode> live = objects.find(ObjectKind.WEBHOOK_CONFIGURATION, "", name);
        Optional<String> installed = objects.find(ObjectKind.CONFIG_MAP, namespace, name + "-webhook")
                .map(found -> found.at("/data/webhooks.yaml").asText());
        if (live.isEmpty() || installed.isEmpty()) {
            return Outcome.bad(
                    "webhook configuration",
                    "there is no %s: helm upgrade puts it back"
                            .formatted(
                                    live.isEmpty()
                                            ? ObjectKind.WEBHOOK_CONFIGURATION.kind() + " " + name
                                            : "ConfigMap %s/%s-webhook".formatted(namespace, name)));
        }
        List<String> edits = WebhookEdits.between(
                serialization.unmarshal(installed.get(), JsonNode.class),
                live.get().path("webhooks"));
        return edits.isEmpty()
                ? Outcome.good("webhook configuration", "as it was installed")
                : Outcome.bad(
                        "webhook configuration",
                        "somebody edited it, so keys may pass unseen: %s. helm upgrade puts it back"
                                .formatted(String.join(", ", edits)));
    }

    private String look() {
        return "Look at `kubectl get pods -n %s` and at their logs".formatted(namespace);
    }

    private static Optional<OffsetDateTime> renewed(JsonNode lease) {
        try {
            return Optional.of(OffsetDateTime.parse(lease.at("/spec/renewTime").asText()));
        } catch (DateTimeException never) {
            return Optional.empty();
        }
    }

    /** What everybody may ask; nothing for a group that the API server does not know. */
    private JsonNode discovered() {
        try {
            @Nullable String answer = client.raw("/apis/%s/%s".formatted(ApiGroup.NAME, ApiGroup.VERSION));
            return serialization.unmarshal(answer == null ? "{}" : answer, JsonNode.class);
        } catch (KubernetesClientException e) {
            throw new ClusterUnreadableException(
                    "The cluster at %s does not answer; see `kubectl cluster-info`.".formatted(client.getMasterUrl()));
        }
    }
}
