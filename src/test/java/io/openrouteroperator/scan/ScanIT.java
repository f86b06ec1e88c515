package io.openrouteroperator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.policyreport.ReportFormat;
import io.openrouteroperator.reconcile.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What existed before anybody looked is found, reported where tools look for it, and gone from there once it is repaired. */
@ExtendWith(InstallationExtension.class)
class ScanIT {
    private static final String STRAY = SampleKeys.service("stray");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;
    private final KubernetesClient client;
    private final Tenant tenant;

    ScanIT(Installation installation) {
        this.installation = installation;
        this.client = installation.controlPlane().client();
        this.tenant = Tenant.create(installation, "scan", Tenant.INTERNAL);
    }

    @BeforeAll
    static void theClusterHasPolicyReports(Installation installation) throws IOException {
        ReportKinds.define(installation.controlPlane().client(), "policyreports");
    }

    @AfterAll
    static void takeThemAway(Installation installation) throws IOException {
        ReportKinds.remove(installation.controlPlane().client(), "policyreports");
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void findsWhatExistsAndForgetsWhatIsRepaired() {
        plant();
        tenant.await(
                "three findings", () -> findings(ReportFormat.POLICY_REPORT).size() == 3);

        assertThat(findings(ReportFormat.POLICY_REPORT))
                .containsExactlyInAnyOrder(
                        "fail literal-key Deployment/web spec.template.spec.containers[0].env[0].value",
                        "fail key-outside-managed-secret ConfigMap/settings data[litellm.yaml]",
                        "fail secret-not-managed CronJob/nightly spec.jobTemplate.spec.template.spec.containers[0].envFrom[0].secretRef");
        tenant.await("the policy says so", () -> conforms().equals("False/FindingsPresent"));
        assertThat(metrics())
                .anyMatch(line -> line.startsWith("openrouter_scan_findings{")
                        && line.contains("namespace=\"" + tenant.name() + "\"")
                        && line.contains("rule=\"literal-key\"")
                        && line.endsWith(" 1.0"));
        assertThat(String.join("\n", metrics())).doesNotContain(STRAY);
        assertThat(JSON.valueToTree(report(ReportFormat.POLICY_REPORT)).toString())
                .doesNotContain(STRAY);

        client.apps().deployments().inNamespace(tenant.name()).withName("web").delete();
        client.batch()
                .v1()
                .cronjobs()
                .inNamespace(tenant.name())
                .withName("nightly")
                .delete();
        client.configMaps().inNamespace(tenant.name()).withName("settings").delete();

        tenant.await(
                "nothing is left", () -> findings(ReportFormat.POLICY_REPORT).isEmpty());
        tenant.await("the policy says so", () -> conforms().equals("True/NoFindings"));
    }

    @Test
    void writesNothingWhenNothingChanged() {
        plant();
        tenant.await(
                "three findings", () -> findings(ReportFormat.POLICY_REPORT).size() == 3);
        String version = version();
        double looks = looks();

        Awaitility.await("three more looks").atMost(Duration.ofSeconds(60)).until(() -> looks() > looks + 3);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void aNamespaceThatIsNotGovernedAnyMoreHasNoReport() {
        plant();
        tenant.await("a report", () -> report(ReportFormat.POLICY_REPORT) != null);
        client.namespaces().withName(tenant.name()).edit(namespace -> {
            namespace.getMetadata().getLabels().put("tenant", "nobody");
            return namespace;
        });
        tenant.await("no report", () -> report(ReportFormat.POLICY_REPORT) == null);
    }

    @Test
    void prefersOpenReportsWhereTheClusterHasThem() throws IOException {
        ReportKinds.define(client, "reports");
        try {
            plant();
            tenant.await(
                    "three findings", () -> findings(ReportFormat.OPEN_REPORTS).size() == 3);
            assertThat(JSON.valueToTree(report(ReportFormat.OPEN_REPORTS))
                            .path("source")
                            .asText())
                    .isEqualTo("openrouter-operator");
        } finally {
            ReportKinds.remove(client, "reports");
        }
    }

    /** The namespace is outside of the webhook's reach, as one that nobody governed when these were applied. */
    private void plant() {
        tenant.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: %1$s, name: web}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers: [{name: app, image: registry.invalid/web, env: [{name: OPENAI_API_KEY, value: %2$s}]}]
                """.formatted(tenant.name(), STRAY));
        tenant.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {namespace: %1$s, name: settings}
                data: {litellm.yaml: "api_key: %2$s"}
                """.formatted(tenant.name(), STRAY));
        tenant.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {namespace: %1$s, name: stray}
                stringData: {key: %2$s}
                """.formatted(tenant.name(), STRAY));
        tenant.apply("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {namespace: %1$s, name: nightly}
                spec:
                  schedule: "0 3 1 1 *"
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          containers: [{name: app, image: registry.invalid/web, envFrom: [{secretRef: {name: stray}}]}]
                """.formatted(tenant.name()));
    }

    private List<String> findings(ReportFormat format) {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : JSON.valueToTree(report(format)).path("results")) {
            JsonNode resource = result.at("/resources/0");
            lines.add("%s %s %s/%s %s"
                    .formatted(
                            result.path("result").asText(),
                            result.path("rule").asText(),
                            resource.path("kind").asText(),
                            resource.path("name").asText(),
                            result.at("/properties/path").asText()));
        }
        return lines;
    }

    private @Nullable GenericKubernetesResource report(ReportFormat format) {
        return client.genericKubernetesResources(format.apiVersion(), format.kind())
                .inNamespace(tenant.name())
                .withName(ReportResults.NAME)
                .get();
    }

    private String version() {
        return JSON.valueToTree(report(ReportFormat.POLICY_REPORT))
                .at("/metadata/resourceVersion")
                .asText();
    }

    private String conforms() {
        return tenant.policy().getStatus() == null
                ? "absent"
                : tenant.policy().getStatus().conditions().stream()
                        .filter(condition -> condition.getType().equals("ObjectsConform"))
                        .map((Condition condition) -> condition.getStatus() + "/" + condition.getReason())
                        .findFirst()
                        .orElse("absent");
    }

    private List<String> metrics() {
        return installation.operator().operator().metrics().lines().toList();
    }

    private double looks() {
        return metrics().stream()
                .filter(line -> line.startsWith("openrouter_scan_duration_seconds_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
