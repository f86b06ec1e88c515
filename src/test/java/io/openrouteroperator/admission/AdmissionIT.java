package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the webhook answers to the real API server, as a developer sees it in kubectl. */
@ExtendWith(InstallationExtension.class)
class AdmissionIT {
    private static final String STRAY = SampleKeys.service("stray");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GovernedNamespace namespace;

    AdmissionIT(Installation installation) {
        this.namespace = GovernedNamespace.holding(installation, "stray", STRAY);
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    @Test
    void refusesALiteralKeyWithWordsThatEndTheProblem() {
        CommandResult result = namespace.apply(pod("env: [{name: OPENAI_API_KEY, value: %s}]".formatted(STRAY)));
        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr())
                .contains("denied the request: it breaks a rule of OpenRouterPolicy " + namespace.name())
                .contains("literal-key at spec.containers[0].env[0].value")
                .contains("kubectl apply -f - <<'EOF'")
                .contains("valueFrom: {secretKeyRef: {name: web, key: OPENROUTER_API_KEY}}")
                .doesNotContain(STRAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envFrom: [{secretRef: {name: stray}}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: stray, key: key}}}]",
                "command: [app]\n  volumes: [{name: v, secret: {secretName: stray}}]",
                "command: [app]\n  volumes: [{name: v, projected: {sources: [{secret: {name: stray}}]}}]",
                "command: [app]\n  initContainers: [{name: i, image: x, envFrom: [{secretRef: {name: stray}}]}]",
                "command: [app]\n  imagePullSecrets: [{name: stray}]"
            })
    void refusesAPodThatReadsAnUnmanagedSecret(String fields) {
        CommandResult result = namespace.apply(pod(fields));
        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr()).contains("secret-not-managed", "Secret \"stray\"");
    }

    @Test
    void refusesAKeyInASecretThatIsNotTheOperators() {
        CommandResult result = namespace.apply(secret("mixed", STRAY));
        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr()).contains("key-outside-managed-secret at data[OPENROUTER_API_KEY]");
        assertThat(namespace.apply(secret("mixed", "sk-or-v1-your-key-here")).succeeded())
                .isTrue();
    }

    @Test
    void admitsThePodThatUsesTheDeliveredKeyAndProtectsItsSecret() {
        namespace.requestKey("web");
        namespace
                .apply(pod("env: [{name: A, valueFrom: {secretKeyRef: {name: web, key: OPENROUTER_API_KEY}}}]"))
                .orThrow();
        Secret delivered = Objects.requireNonNull(namespace.secret("web"));
        String key = new String(
                Base64.getDecoder().decode(delivered.getData().get("OPENROUTER_API_KEY")), StandardCharsets.UTF_8);

        assertThat(namespace
                        .kubectl("delete", "secret", "web", "-n", namespace.name())
                        .stderr())
                .contains("managed-secret-edited", "kubectl edit openrouterkey");
        assertThat(namespace
                        .kubectl("label", "secret", "web", "-n", namespace.name(), "app.kubernetes.io/managed-by-")
                        .stderr())
                .contains("managed-secret-edited");
        assertThat(namespace.apply(secret("copy", key)).stderr())
                .contains("the key of OpenRouterKey \"" + namespace.name() + "/web\"")
                .doesNotContain(key);
        namespace.deleteAndWait();
        assertThat(namespace.exists()).isFalse();
    }

    @Test
    void warnsUnderWarnAndIsSilentUnderAudit() {
        namespace.enforce("Warn");
        await("the policy warns").atMost(PATIENCE).until(() -> dryRun().succeeded());
        assertThat(dryRun().stderr()).contains("Warning: literal-key at spec.containers[0].env[0].value");
        namespace.enforce("Audit");
        await("the policy is silent")
                .atMost(PATIENCE)
                .until(() -> dryRun().stderr().isBlank());
    }

    @Test
    void refusesAnEphemeralContainerWithAKeyInAPodThatWasFine() {
        namespace.apply(pod("command: [app]")).orThrow();
        CommandResult result =
                namespace.kubectl("debug", "web", "-n", namespace.name(), "--image=x", "--env=A=" + STRAY, "--", "sh");
        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr()).contains("literal-key at spec.ephemeralContainers[0].env[0].value");
    }

    @Test
    void tellsTheDeploymentWhosePodsAreRefused() {
        namespace.apply(template("Deployment", "web", "")).orThrow();
        String uid = namespace
                .kubectl("get", "deployment", "web", "-n", namespace.name(), "-o", "jsonpath={.metadata.uid}")
                .stdout();
        String owner = "ownerReferences: [{apiVersion: apps/v1, kind: %s, name: %s, uid: %s, controller: true}]";
        namespace
                .apply(template("ReplicaSet", "web-1", owner.formatted("Deployment", "web", uid)))
                .orThrow();
        String replicaSet = namespace
                .kubectl("get", "replicaset", "web-1", "-n", namespace.name(), "-o", "jsonpath={.metadata.uid}")
                .stdout();
        String pod = pod("env: [{name: A, value: %s}]".formatted(STRAY))
                .replace("  name: web", "  name: web\n  " + owner.formatted("ReplicaSet", "web-1", replicaSet));
        assertThat(namespace.apply(pod).succeeded()).isFalse();

        await("an event on the Deployment")
                .atMost(PATIENCE)
                .until(() -> namespace
                        .kubectl("describe", "deployment", "web", "-n", namespace.name())
                        .stdout()
                        .contains("its pods are refused: literal-key at spec.containers[0].env[0].value"));
    }

    private CommandResult dryRun() {
        return namespace.kubectl(
                "run", "probe", "-n", namespace.name(), "--image=x", "--dry-run=server", "--env=A=" + STRAY);
    }

    private static String template(String kind, String name, String metadata) {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata:
                  name: %s
                  labels: {app: web}
                  %s
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: app, image: registry.invalid/web}]}
                """.formatted(kind, name, metadata);
    }

    private static String secret(String name, String value) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {OPENROUTER_API_KEY: "%s"}
                """.formatted(name, value);
    }

    private static String pod(String fields) {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                spec:
                  containers:
                  - name: app
                    image: registry.invalid/web
                    %s
                """.formatted(fields);
    }
}
