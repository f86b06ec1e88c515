package io.openrouteroperator.scan;

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
import io.openrouteroperator.core.scan.NamespaceOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps one report in each governed namespace, and writes only what changed. */
final class ReportWriter {
    static final String NAME = "openrouter-operator";

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final ReportResults body;

    ReportWriter(KubernetesClient client, ReportResults body) {
        this.client = client;
        this.body = body;
    }

    /** The format that the cluster has, if any. */
    Optional<ReportFormat> format() {
        return Stream.of(ReportFormat.values())
                .filter(format -> client.supports(format.apiVersion(), format.kind()))
                .findFirst();
    }

    /** Writes what was found in a namespace. */
    void write(ReportFormat format, NamespaceOutcome outcome) {
        Resource<GenericKubernetesResource> resource =
                reports(format).inNamespace(outcome.namespace()).withName(NAME);
        GenericKubernetesResource before = resource.get();
        JsonNode written = before == null ? JSON.createObjectNode() : JSON.valueToTree(before);
        ObjectNode summary = body.summary(outcome);
        ArrayNode results = body.results(outcome, written.path("results"));
        if (before == null) {
            client.resource(report(format, outcome.namespace(), summary, results))
                    .create();
        } else if (!summary.equals(written.path("summary")) || !results.equals(resultsOf(written))) {
            before.setAdditionalProperty("summary", summary);
            before.setAdditionalProperty("results", results);
            client.resource(before).update();
        }
    }

    /** Removes our reports from namespaces that are not governed any more. */
    void keepOnly(ReportFormat format, Set<String> namespaces) {
        reports(format).inAnyNamespace().withLabel(MANAGED_BY, NAME).list().getItems().stream()
                .filter(report -> report.getMetadata().getName().equals(NAME))
                .filter(report -> !namespaces.contains(report.getMetadata().getNamespace()))
                .forEach(report -> client.resource(report).delete());
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            reports(ReportFormat format) {
        return client.genericKubernetesResources(format.apiVersion(), format.kind());
    }

    private static GenericKubernetesResource report(
            ReportFormat format, String namespace, ObjectNode summary, ArrayNode results) {
        GenericKubernetesResource report = new GenericKubernetesResource();
        report.setApiVersion(format.apiVersion());
        report.setKind(format.kind());
        report.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(NAME)
                .addToLabels(MANAGED_BY, NAME)
                .build());
        if (format == ReportFormat.OPEN_REPORTS) {
            report.setAdditionalProperty("source", ReportResults.SOURCE);
        }
        report.setAdditionalProperty("summary", summary);
        report.setAdditionalProperty("results", results);
        return report;
    }

    private static JsonNode resultsOf(JsonNode report) {
        return report.path("results").isArray() ? report.path("results") : JSON.createArrayNode();
    }
}
