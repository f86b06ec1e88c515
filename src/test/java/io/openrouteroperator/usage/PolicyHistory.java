package io.openrouteroperator.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the operator remembers of a policy: what each class allowed, and since when. */
public final class PolicyHistory {
    private PolicyHistory() {}

    /** A tenant's policy was made a moment ago; here it gets to have been in force for days, as no test can wait for it. */
    public static void backdate(Tenant tenant) {
        tenant.await("the history is recorded", () -> of(tenant).isPresent());
        ConfigMap history = of(tenant).orElseThrow();
        OwnConfigMaps store = new OwnConfigMaps(tenant.client(), InstalledOperator.NAMESPACE);
        String name = history.getMetadata().getName();
        JsonNode document = store.read(name, JsonNode.class, node -> node).orElseThrow();
        String before = Instant.now()
                .minus(Duration.ofDays(10))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        document.findParents("from").forEach(allowed -> ((ObjectNode) allowed).put("from", before));
        if (!store.write(
                name, history.getMetadata().getLabels(), history.getMetadata().getAnnotations(), document)) {
            throw new IllegalStateException("the operator wrote the history at the same time");
        }
    }

    private static Optional<ConfigMap> of(Tenant tenant) {
        KubernetesClient client = tenant.client();
        return client
                .configMaps()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withLabel(UsageNames.COMPONENT, "policy-history")
                .list()
                .getItems()
                .stream()
                .filter(map ->
                        tenant.name().equals(map.getMetadata().getAnnotations().get("openrouter-operator.io/policy")))
                .findFirst();
    }
}
