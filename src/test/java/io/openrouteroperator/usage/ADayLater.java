package io.openrouteroperator.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.time.LocalDate;
import java.util.Objects;

/** No test can wait for midnight: what is remembered of today becomes what is remembered of yesterday, while no operator runs. */
final class ADayLater {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tenant tenant;
    private final LocalDate today;

    private ADayLater(Tenant tenant, LocalDate today) {
        this.tenant = tenant;
        this.today = today;
    }

    /** Makes everything that is told and kept of a tenant's usage a day older. */
    static void comes(ToldUsage told, LocalDate today) throws JsonProcessingException {
        ADayLater later = new ADayLater(told.tenant(), today);
        later.ageState();
        later.ageReport(Objects.requireNonNull(told.report()));
    }

    private void ageState() throws JsonProcessingException {
        ConfigMap state = tenant
                .client()
                .configMaps()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withLabel(UsageNames.COMPONENT, "usage")
                .list()
                .getItems()
                .stream()
                .filter(map ->
                        tenant.name().equals(map.getMetadata().getAnnotations().get("openrouter-operator.io/account")))
                .findFirst()
                .orElseThrow();
        OwnConfigMaps store = new OwnConfigMaps(tenant.client(), InstalledOperator.NAMESPACE);
        String name = state.getMetadata().getName();
        JsonNode document = store.read(name, JsonNode.class, node -> node).orElseThrow();
        store.write(
                name,
                state.getMetadata().getLabels(),
                state.getMetadata().getAnnotations(),
                JSON.readTree(aged(document.toString())));
    }

    private void ageReport(GenericKubernetesResource report) throws JsonProcessingException {
        JsonNode results = JSON.valueToTree(report).path("results");
        report.setAdditionalProperty("results", JSON.readTree(aged(results.toString())));
        tenant.client().resource(report).update();
    }

    /** Of the days before today only yesterday is named in what is kept. */
    private String aged(String text) {
        LocalDate yesterday = today.minusDays(1);
        return text.replace(yesterday.toString(), yesterday.minusDays(1).toString())
                .replace(today.toString(), yesterday.toString());
    }
}
