package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.audit.AuditEntry;
import io.openrouteroperator.controlplane.audit.AuditLog;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One release from install to uninstall, on a control plane of its own: definitions are shared by a whole cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChartLifecycleIT {

    private static final String NAME = "chart-openrouter-operator";
    private static final List<String> DEFINITIONS = List.of(
            "openrouteraccounts.openrouter-operator.io",
            "openrouterkeys.openrouter-operator.io",
            "openrouterpolicies.openrouter-operator.io");

    private ControlPlane controlPlane;
    private Chart chart;

    @BeforeAll
    void start() {
        controlPlane = ControlPlane.start();
        chart = new Chart(controlPlane, "chart");
        controlPlane.kubectl("create", "namespace", "chart").orThrow();
        controlPlane
                .kubectl("label", "namespace", "chart", "pod-security.kubernetes.io/enforce=restricted")
                .orThrow();
    }

    @AfterAll
    void stop() {
        controlPlane.close();
    }

    @Test
    @Order(1)
    void installsPodsThatPodSecurityAdmits() {
        chart.install().orThrow();

        assertThat(read("deployment", NAME, "{.status.readyReplicas}")).isEqualTo("2");
        assertThat(read("poddisruptionbudget", NAME, "{.status.disruptionsAllowed}"))
                .isEqualTo("1");
        assertThat(definitions()).containsExactlyElementsOf(DEFINITIONS);
    }

    @Test
    @Order(2)
    void upgradesKeepTheAuthorityThatTheOperatorWrote() {
        String authority = controlPlane
                .kubectl("config", "view", "--raw", "-o", "jsonpath={.clusters[0].cluster.certificate-authority-data}")
                .orThrow();
        for (int webhook = 0; webhook < 2; webhook++) {
            patchWebhooks("[{\"op\":\"add\",\"path\":\"/webhooks/%d/clientConfig/caBundle\",\"value\":\"%s\"}]"
                    .formatted(webhook, authority));
        }

        chart.upgrade(List.of("--server-side=true"), "webhook.timeoutSeconds=4").orThrow();
        assertThat(webhooks("caBundle")).as("after a server-side upgrade").isEqualTo(authority + " " + authority);
        chart.upgrade(List.of("--server-side=false"), "webhook.timeoutSeconds=5")
                .orThrow();
        assertThat(webhooks("caBundle")).as("after a client-side upgrade").isEqualTo(authority + " " + authority);
        chart.rollback(1).orThrow();
        assertThat(webhooks("caBundle")).as("after a rollback").isEqualTo(authority + " " + authority);
    }

    @Test
    @Order(3)
    void upgradesRenewTheDefinitions() {
        controlPlane
                .kubectl("patch", "crd", DEFINITIONS.getFirst(), "--type=json", "-p", """
                        [{"op": "remove", "path": "/spec/names/shortNames"}]""")
                .orThrow();
        assertThat(shortNames(DEFINITIONS.getFirst())).isEmpty();

        chart.upgrade(List.of("--force-conflicts", "--server-side=true")).orThrow();

        assertThat(shortNames(DEFINITIONS.getFirst())).isEqualTo("[\"ora\"]");
    }

    @Test
    @Order(4)
    void uninstallRemovesTheWebhookBeforeThePodsAndKeepsTheDefinitions() {
        AuditLog.Mark mark = controlPlane.auditLog().mark();

        chart.uninstall().orThrow();

        List<String> deleted = controlPlane.auditLog().since(mark).verb("delete").list().stream()
                .filter(entry -> entry.name().equals(NAME))
                .map(AuditEntry::resource)
                .toList();
        assertThat(deleted).contains("deployments").startsWith("validatingwebhookconfigurations");
        assertThat(definitions()).containsExactlyElementsOf(DEFINITIONS);
    }

    @Test
    @Order(5)
    void installsAgainOverKeptDefinitionsAndRemovesThemWhereAsked() {
        chart.install("crds.keep=false").orThrow();
        assertThat(definitions()).containsExactlyElementsOf(DEFINITIONS);

        chart.uninstall().orThrow();

        assertThat(definitions()).isEmpty();
    }

    private String read(String kind, String name, String path) {
        return controlPlane
                .kubectl("get", kind, name, "--namespace", "chart", "-o", "jsonpath=" + path)
                .orThrow();
    }

    private String shortNames(String definition) {
        return read("crd", definition, "{.spec.names.shortNames}");
    }

    private String webhooks(String field) {
        return read("validatingwebhookconfiguration", NAME, "{.webhooks[*].clientConfig." + field + "}");
    }

    private void patchWebhooks(String patch) {
        controlPlane
                .kubectl("patch", "validatingwebhookconfiguration", NAME, "--type=json", "-p", patch)
                .orThrow();
    }

    private List<String> definitions() {
        return controlPlane
                .kubectl("get", "crds", "-o", "name")
                .orThrow()
                .lines()
                .map(name -> name.substring(name.indexOf('/') + 1))
                .filter(name -> name.endsWith(".openrouter-operator.io"))
                .sorted()
                .toList();
    }
}
