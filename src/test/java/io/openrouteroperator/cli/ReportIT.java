package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.controlplane.audit.AuditLog.Mark;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.reconcile.DeliveredKey;
import io.openrouteroperator.reconcile.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report on a living cluster, by the program as it ships: passes that turn when somebody breaks what they claim. */
@ExtendWith(InstallationExtension.class)
class ReportIT {
    private static final String CLASS = "reviewed";
    private static final String CLASSES = """
        - name: reviewed
          providers: {allow: [azure, amazon-bedrock]}
          models: {allow: ["openai/*", "anthropic/*"]}
          data: {training: Deny, zeroDataRetention: Required, redact: [email, phone]}
          limit: {maxUsd: 100, reset: Monthly}
        """;

    private final Installation installation;
    private final Tenant tenant;

    ReportIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "report", CLASSES);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void passesTurnWhenWhatTheyClaimIsBroken() throws Exception {
        // Given
        tenant.requestKey("service", "classification: " + CLASS);
        tenant.awaitPublished("service");
        tenant.apply(reader("first"));
        awaitState("limit-on-every-key", "pass");
        awaitState("hard-coded-key", "pass");
        tenant.await(
                "facts about providers are published",
                () -> report().path("providersSince").isTextual());
        JsonNode before = report();
        assertThat(before.path("providers")).isNotEmpty().allSatisfy(provider -> {
            assertThat(provider.path("name").isTextual()).isTrue();
            assertThat(provider.path("headquarters").asText()).hasSize(2);
        });
        assertThat(List.of(
                        "training-denied",
                        "zero-data-retention",
                        "redaction-in-force",
                        "data-classified",
                        "data-flow-known",
                        "one-key-per-service",
                        "key-age",
                        "keys-in-owned-secrets",
                        "management-keys-confined",
                        "management-keys-valid",
                        "admission-enforced",
                        "approved-providers-only",
                        "models-approved",
                        "no-free-model-regulated",
                        "key-without-limit",
                        "stale-key",
                        "operator-watching"))
                .allSatisfy(control -> assertThat(state(before, control))
                        .as("%s: %s", control, evidence(before, control))
                        .isEqualTo("pass"));
        assertThat(List.of("provider-dpa", "secrets-encrypted-at-rest", "audit-destination"))
                .allSatisfy(control -> assertThat(state(before, control)).isEqualTo("unknown"));

        // When
        tenant.apply(reader("second"));
        tenant.apply(stray());
        String unmanaged = installation.openRouter().dashboard().createKey("by-hand");
        tenant.apply(tenant.policy(CLASSES.replace("training: Deny", "training: Allow")));

        // Then
        awaitState("one-key-per-service", "fail");
        awaitState("hard-coded-key", "fail");
        awaitState("no-unmanaged-keys", "fail");
        awaitState("training-denied", "fail");
        JsonNode after = report();
        assertThat(evidence(after, "one-key-per-service"))
                .contains("2 workloads share it", "Deployment " + tenant.name() + "/first");
        assertThat(evidence(after, "hard-coded-key")).contains(tenant.name());
        assertThat(after.path("findings").findValuesAsText("owner"))
                .contains("namespace " + tenant.name(), "account " + tenant.name(), "policy " + tenant.name());
        installation.openRouter().dashboard().deleteKey(unmanaged);
    }

    @Test
    void readsNoSecretAndWritesNothing() throws Exception {
        tenant.requestKey("service", "classification: " + CLASS);
        tenant.awaitPublished("service");
        Mark mark = installation.controlPlane().auditLog().mark();

        String report = report().toString();

        var requests = installation.controlPlane().auditLog().since(mark).by("admin");
        assertThat(requests.on("secrets").count()).isZero();
        assertThat(requests.writes().count()).isZero();
        assertThat(report)
                .doesNotContain(DeliveredKey.in(tenant.secret("service").orElseThrow()));
    }

    @Test
    void aNamespaceOwnerGetsTheReportOfThatNamespace() throws Exception {
        tenant.requestKey("service", "classification: " + CLASS);
        tenant.awaitPublished("service");
        tenant.apply("""
            apiVersion: v1
            kind: ServiceAccount
            metadata: {namespace: NAMESPACE, name: owner}
            """.replace("NAMESPACE", tenant.name()));
        tenant.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {namespace: NAMESPACE, name: owner}
            rules:
              - {apiGroups: [openrouter-operator.io], resources: [openrouterkeys], verbs: [get, list]}
            """.replace("NAMESPACE", tenant.name()));
        tenant.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {namespace: NAMESPACE, name: owner}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: owner}
            subjects: [{kind: ServiceAccount, namespace: NAMESPACE, name: owner}]
            """.replace("NAMESPACE", tenant.name()));
        Path owner = installation.controlPlane().kubeconfigFor(tenant.name(), "owner");

        JsonNode report = run(owner, "-n", tenant.name());

        assertThat(report.at("/keys").findValuesAsText("name")).containsExactly("service");
        assertThat(report.path("gaps").findValuesAsText("reason"))
                .contains("You may not read openrouterpolicies; ask for the verbs get and list.");
        assertThat(state(report, "training-denied")).isEqualTo("unknown");
    }

    private String reader(String name) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {namespace: %s, name: %s}
            spec:
              replicas: 0
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec: {containers: [{name: app, image: app, envFrom: [{secretRef: {name: service}}]}]}
            """.formatted(tenant.name(), name, name, name);
    }

    private String stray() {
        return """
            apiVersion: v1
            kind: ConfigMap
            metadata: {namespace: %s, name: settings}
            data: {key: "%s"}
            """.formatted(tenant.name(), SampleKeys.service("report-stray"));
    }

    private void awaitState(String control, String state) {
        tenant.await(control + " is " + state, () -> state(report(), control).equals(state));
    }

    private JsonNode report() throws IOException, InterruptedException {
        return run(installation.controlPlane().kubeconfig(), "--class", CLASS);
    }

    private static String state(JsonNode report, String control) {
        return find(report, control).path("state").asText();
    }

    private static String evidence(JsonNode report, String control) {
        return find(report, control).path("evidence").toString();
    }

    private static JsonNode find(JsonNode report, String control) {
        for (JsonNode each : report.path("controls")) {
            if (each.path("id").asText().equals(control)) {
                return each;
            }
        }
        throw new AssertionError("there is no control " + control);
    }

    private static JsonNode run(Path kubeconfig, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("report", "--format", "json", "--operator-namespace", InstalledOperator.NAMESPACE));
        all.addAll(List.of(arguments));
        ShippedCommand.Ended ended = new ShippedCommand(kubeconfig).end("", all.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.output()).isLessThanOrEqualTo(1);
        return new ObjectMapper().readTree(ended.output());
    }
}
