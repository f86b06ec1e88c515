package io.openrouteroperator.policyreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps one report of one name in each namespace that has something to hear, and writes only what changed. */
public final class ReportWriter {
    /** What results name as their source. */
    public static final String SOURCE = "openrouter-operator";

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final String name;

    /** @param name of the reports */
    public ReportWriter(KubernetesClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** The format that the cluster has, if any. */
    public Optional<ReportFormat> format() {
        return Stream.of(ReportFormat.values())
                .filter(format -> client.supports(format.apiVersion(), format.kind()))
                .findFirst();
    }

    /** Writes what was found in a namespace. */
    public void write(ReportFormat format, String namespace, ReportBody body) {
        Resource<GenericKubernetesResource> resource =
                reports(format).inNamespace(namespace).withName(name);
        GenericKubernetesResource before = resource.get();
        JsonNode written = before == null ? JSON.createObjectNode() : JSON.valueToTree(before);
        ObjectNode summary = body.summary();
        ArrayNode results = body.results(written.path("results"));
        if (before == null) {
            client.resource(report(format, namespace, summary, results)).create();
        } else if (!summary.equals(written.path("summary")) || !results.equals(resultsOf(written))) {
            before.setAdditionalProperty("summary", summary);
            before.setAdditionalProperty("results", results);
            client.resource(before).update();
        }
    }

    /** Removes reports of this name from all other namespaces. */
    public void keepOnly(ReportFormat format, Set<String> namespaces) {
        reports(format).inAnyNamespace().withLabel(MANAGED_BY, SOURCE).list().getItems().stream()
                .filter(report -> report.getMetadata().getName().equals(name))
                .filter(report -> !namespaces.contains(report.getMetadata().getNamespace()))
                .forEach(report -> client.resource(report).delete());
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            reports(ReportFormat format) {
        return client.genericKubernetesResources(format.apiVersion(), format.kind());
    }

    private GenericKubernetesResource report(
            ReportFormat format, String namespace, ObjectNode summary, ArrayNode results) {
        GenericKubernetesResource report = new GenericKubernetesResource();
        report.setApiVersion(format.apiVersion());
        report.setKind(format.kind());
        report.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels(MANAGED_BY, SOURCE)
                .build());
        if (format == ReportFormat.OPEN_REPORTS) {
            report.setAdditionalProperty("source", SOURCE);
        }
        report.setAdditionalProperty("summary", summary);
        report.setAdditionalProperty("results", results);
        return report;
    }

    private static JsonNode resultsOf(JsonNode report) {
        return report.path("results").isArray() ? report.path("results") : JSON.createArrayNode();
    }
}
