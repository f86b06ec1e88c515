package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionEndpointTest {
    private static final String STRAY = SampleKeys.service("stray");
    private static final String MANAGED = SampleKeys.service("managed");
    private static final String HARMLESS = pod("env: [{name: LOG_LEVEL, value: debug}]");

    private final WebhookServer webhook = new WebhookServer();

    @BeforeEach
    void declareTheCluster() {
        webhook.governance.key(new ManagedKey(
                new ObjectName("payments", "checkout"),
                "checkout-openrouter",
                "OPENROUTER_API_KEY",
                "internal",
                Set.of(SampleKeys.hashOf(MANAGED))));
        webhook.governance.account("production", Set.of(new ObjectName("payments", "management")));
        webhook.secret("stray", "key", STRAY);
        webhook.secret("clean", "key", "nothing to see");
        webhook.configMap("stray-config", "litellm.yaml", "api_key: " + STRAY);
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    static Stream<String> waysToUseAnUnmanagedKey() {
        return Stream.of(
                "env: [{name: A, value: %s}]".formatted(STRAY),
                "env: [{name: A, value: %s}, {name: B, value: %s}, {name: C, value: $(A)$(B)}]"
                        .formatted(STRAY.substring(0, 30), STRAY.substring(30)),
                "env: [{name: A, value: %s}]\n    args: [--key, $(A)%s]"
                        .formatted(STRAY.substring(0, 30), STRAY.substring(30)),
                "env: [{name: A, value: %s}]"
                        .formatted(Base64.getEncoder().encodeToString(STRAY.getBytes(StandardCharsets.UTF_8))),
                "args: [\"--api-key=%s\"]".formatted(STRAY),
                "command: [sh, -c, \"cat > /f <<EOF\\nkey: %s\\nEOF\"]".formatted(STRAY),
                "workingDir: /%s".formatted(STRAY),
                "livenessProbe: {exec: {command: [probe, %s]}}".formatted(STRAY),
                "readinessProbe: {httpGet: {port: 80, httpHeaders: [{name: Authorization, value: Bearer %s}]}}"
                        .formatted(STRAY),
                "lifecycle: {postStart: {exec: {command: [sh, -c, \"echo %s\"]}}}".formatted(STRAY),
                "fieldThatDoesNotExistYet: {deep: [{value: %s}]}".formatted(STRAY),
                "env: [{name: A, valueFrom: {secretKeyRef: {name: stray, key: key}}}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: stray, key: key, optional: true}}}]",
                "env: [{name: A, valueFrom: {configMapKeyRef: {name: stray-config, key: litellm.yaml}}}]",
                "envFrom: [{secretRef: {name: stray}}]",
                "envFrom: [{prefix: APP_, secretRef: {name: stray}}]",
                "envFrom: [{configMapRef: {name: stray-config}}]",
                "env: []\n  volumes: [{name: v, secret: {secretName: stray}}]",
                "env: []\n  volumes: [{name: v, secret: {secretName: stray, items: [{key: key, path: k}]}}]",
                "env: []\n  volumes: [{name: v, configMap: {name: stray-config}}]",
                "env: []\n  volumes: [{name: v, projected: {sources: [{secret: {name: stray}}]}}]",
                "env: []\n  volumes: [{name: v, projected: {sources: [{configMap: {name: stray-config}}]}}]",
                "env: []\n  volumes: [{name: v, csi: {driver: d, nodePublishSecretRef: {name: stray}}}]",
                "env: []\n  volumes: [{name: v, azureFile: {shareName: s, secretName: stray}}]",
                "env: []\n  volumes: [{name: v, rbd: {image: i, monitors: [m], secretRef: {name: stray}}}]",
                "env: []\n  imagePullSecrets: [{name: stray}]",
                "env: []\n  hostAliases: [{ip: 127.0.0.1, hostnames: [%s]}]".formatted(STRAY),
                "env: []\n  initContainers: [{name: i, image: x, envFrom: [{secretRef: {name: stray}}]}]",
                "env: []\n  initContainers: [{name: i, image: x, restartPolicy: Always, env: [{name: A, value: %s}]}]"
                        .formatted(STRAY),
                "env: []\n  ephemeralContainers: [{name: d, image: x, envFrom: [{secretRef: {name: stray}}]}]");
    }

    @ParameterizedTest
    @MethodSource("waysToUseAnUnmanagedKey")
    void refusesEveryWayToUseAnUnmanagedKey(String containerFields) throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(containerFields)));
        assertThat(response.path("allowed").asBoolean()).isFalse();
        assertThat(response.at("/status/code").asInt()).isEqualTo(403);
        assertThat(response.at("/status/reason").asText()).isEqualTo("Forbidden");
        assertThat(response.at("/status/details/causes")).isNotEmpty();
        assertThat(response.toString()).doesNotContain(STRAY).contains("auditAnnotations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: [{name: OPENROUTER_API_KEY, value: sk-or-v1-your-key-here}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: checkout-openrouter, key: OPENROUTER_API_KEY}}}]",
                "envFrom: [{secretRef: {name: checkout-openrouter}}]",
                "envFrom: [{secretRef: {name: clean}}, {configMapRef: {name: not-there-yet}}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: not-there-yet, key: key}}}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: stray, key: another-entry}}}]"
            })
    void admitsManagedAndHarmlessReferences(String containerFields) throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(containerFields)));
        assertThat(response.path("allowed").asBoolean()).isTrue();
        assertThat(response.path("uid").asText()).isEqualTo("705ab4f5");
        assertThat(response.at("/auditAnnotations/decision").asText()).isEqualTo("allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envFrom: [{secretRef: {name: management}}]",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: management, key: key}}}]",
                "env: []\n  imagePullSecrets: [{name: management}]"
            })
    void refusesTheManagementKeysSecretUnread(String containerFields) throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(containerFields)));
        assertThat(response.at("/status/details/causes/0/reason").asText()).isEqualTo("management-key-exposed");
        assertThat(webhook.lookups).hasValue(0);
    }

    @Test
    void refusesALiteralInAnnotationsAndLabelsOfThePod() throws Exception {
        String annotated =
                HARMLESS.replace("name: checkout-abc", "name: x\n  annotations: {config: \"key=%s\"}".formatted(STRAY));
        assertThat(webhook.review(Reviews.create(annotated)).path("allowed").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job"})
    void judgesTemplatesAndWarnsOnlyWhileTheyStayAsTheyAre(String kind) throws Exception {
        String object = template(kind, "env: [{name: A, value: %s}]".formatted(STRAY));
        String scaled = object.replace("replicas: 1", "replicas: 3");
        String changed = object.replace("image: x", "image: y");
        JsonNode created = webhook.review(Reviews.create(object));
        assertThat(created.path("allowed").asBoolean()).isFalse();
        assertThat(created.at("/status/details/causes/0/field").asText())
                .isEqualTo("spec.template.spec.containers[0].env[0].value");
        JsonNode rescaled = webhook.review(Reviews.update(object, scaled));
        assertThat(rescaled.path("allowed").asBoolean()).isTrue();
        assertThat(rescaled.path("warnings")).isNotEmpty();
        assertThat(webhook.review(Reviews.update(object, changed))
                        .path("allowed")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void judgesTheTemplateOfACronJob() throws Exception {
        String cron =
                "kind: CronJob\nmetadata: {name: nightly, namespace: payments}\nspec:\n  jobTemplate: {spec: {template: {spec: "
                        + "{containers: [{name: c, image: x, args: [%s]}]}}}}".formatted(STRAY);
        JsonNode response = webhook.review(Reviews.create(cron));
        assertThat(response.at("/status/details/causes/0/field").asText())
                .isEqualTo("spec.jobTemplate.spec.template.spec.containers[0].args[0]");
    }

    @Test
    void letsOldPodsChangeAsLongAsNothingNewIsWrong() throws Exception {
        String old = pod("env: [{name: A, value: %s}]".formatted(STRAY));
        String labelled = old.replace("labels: {", "labels: {team: blue, ");
        String debugged =
                old + "\n  ephemeralContainers: [{name: d, image: x, env: [{name: B, value: %s}]}]".formatted(STRAY);
        assertThat(webhook.review(Reviews.update(old, labelled)).path("allowed").asBoolean())
                .isTrue();
        assertThat(webhook.review(Reviews.update(old, debugged, "ephemeralcontainers"))
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        String harmlessDebug = old + "\n  ephemeralContainers: [{name: d, image: x}]";
        assertThat(webhook.review(Reviews.update(old, harmlessDebug, "ephemeralcontainers"))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void neverHoldsUpObjectsOnTheirWayOutDeletionsAndStatus() throws Exception {
        String old = pod("env: [{name: A, value: %s}]".formatted(STRAY));
        String leaving = old.replace("name: checkout-abc", "name: x\n  deletionTimestamp: \"2026-11-24T00:00:00Z\"");
        assertThat(webhook.review(Reviews.update(HARMLESS, leaving))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(webhook.review(Reviews.delete(old, "jane")).path("allowed").asBoolean())
                .isTrue();
        assertThat(webhook.review(Reviews.update(HARMLESS, old, "status"))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void judgesWritesAndDeletionsOfSecrets() throws Exception {
        String mixed = secret("mixed", STRAY);
        String managed = secret("checkout-openrouter", MANAGED);
        assertThat(webhook.review(Reviews.create(mixed))
                        .at("/status/details/causes/0/reason")
                        .asText())
                .isEqualTo("key-outside-managed-secret");
        assertThat(webhook.review(Reviews.update(mixed, mixed.replace("name: mixed", "name: mixed\n  labels: {a: b}")))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(webhook.review(Reviews.update(managed, secret("checkout-openrouter", STRAY)))
                        .at("/status/details/causes/0/reason")
                        .asText())
                .isEqualTo("managed-secret-edited");
        assertThat(webhook.review(Reviews.delete(managed, "jane"))
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        assertThat(webhook.review(Reviews.delete(managed, WebhookServer.OPERATOR.username()))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(webhook.review(Reviews.create(secret("new", STRAY), WebhookServer.OPERATOR.username()))
                        .path("allowed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void warnsWithinTheApiServersLimitsUnderWarn() throws Exception {
        webhook.policy(EnforcementMode.WARN);
        JsonNode response = webhook.review(Reviews.create(pod("env: [{name: A, value: %s}]".formatted(STRAY))));
        assertThat(response.path("allowed").asBoolean()).isTrue();
        assertThat(response.path("warnings"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.asText()).hasSizeLessThanOrEqualTo(120).doesNotContain(STRAY));
    }

    @Test
    void staysSilentUnderAudit() throws Exception {
        webhook.policy(EnforcementMode.AUDIT);
        JsonNode response = webhook.review(Reviews.create(pod("env: [{name: A, value: %s}]".formatted(STRAY))));
        assertThat(response.path("allowed").asBoolean()).isTrue();
        assertThat(response.has("warnings")).isFalse();
        assertThat(response.at("/auditAnnotations/violations").asText()).contains("literal-key");
    }

    @Test
    void remembersASecretUntilItIsWritten() throws Exception {
        String pod = pod("envFrom: [{secretRef: {name: clean}}]");
        webhook.review(Reviews.create(pod));
        webhook.review(Reviews.create(pod));
        assertThat(webhook.lookups).hasValue(1);
        webhook.review(Reviews.create(secret("clean", "new content")));
        webhook.review(Reviews.create(pod));
        assertThat(webhook.lookups).hasValue(2);
    }

    @Test
    void refusesWhatItCannotReadAndSaysSo() throws Exception {
        webhook.breakDown();
        JsonNode response = webhook.review(Reviews.create(pod("envFrom: [{secretRef: {name: clean}}]")));
        assertThat(response.path("allowed").asBoolean()).isFalse();
        assertThat(response.at("/status/message").asText()).contains("Secret \"clean\" could not be read in time");
    }

    @Test
    void judgesANamespaceThatTheCacheHasNotSeenYet() throws Exception {
        webhook.namespaceUnknownToTheCache("fresh");
        String pod =
                pod("env: [{name: A, value: %s}]".formatted(STRAY)).replace("namespace: payments", "namespace: fresh");
        assertThat(webhook.review(Reviews.create(pod)).path("allowed").asBoolean())
                .isFalse();
    }

    @Test
    void leavesNamespacesWithoutAPolicyAlone() throws Exception {
        String pod =
                pod("env: [{name: A, value: %s}]".formatted(STRAY)).replace("namespace: payments", "namespace: free");
        assertThat(webhook.review(Reviews.create(pod)).path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void passesKindsItDoesNotKnow() throws Exception {
        String scale =
                "kind: Scale\nmetadata: {name: x, namespace: payments}\nspec: {replicas: 2, x: %s}".formatted(STRAY);
        assertThat(webhook.review(Reviews.create(scale)).path("allowed").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}",
                "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1beta1\",\"request\":{\"uid\":\"1\"}}",
                "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"1\",\"kind\":{\"kind\":\"Pod\"},\"operation\":\"PATCH\"}}",
                "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"1\",\"kind\":{\"kind\":\"Pod\"},\"operation\":\"CREATE\",\"object\":null}}"
            })
    void answersABrokenReviewWithAClearError(String body) throws Exception {
        var response = webhook.post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"");
    }

    @Test
    void refusesBodiesBeyondTheLimitAndReadsLargeOnes() throws Exception {
        assertThat(webhook.post("x".repeat(13 * 1024 * 1024)).statusCode()).isEqualTo(413);
        String large = Reviews.create(HARMLESS).replace("debug", "x".repeat(8 * 1024 * 1024));
        assertThat(webhook.review(large).path("allowed").asBoolean()).isTrue();
    }

    private static String pod(String containerFields) {
        return """
                kind: Pod
                metadata:
                  name: checkout-abc
                  namespace: payments
                  labels: {app: checkout}
                spec:
                  containers:
                  - name: app
                    image: x
                    %s""".formatted(containerFields);
    }

    private static String template(String kind, String containerFields) {
        return """
                kind: %s
                metadata: {name: checkout, namespace: payments}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: checkout}}
                    spec:
                      containers:
                      - name: app
                        image: x
                        %s""".formatted(kind, containerFields);
    }

    private static String secret(String name, String value) {
        return "kind: Secret\nmetadata:\n  name: %s\n  namespace: payments\ndata: {key: %s}"
                .formatted(name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }
}
