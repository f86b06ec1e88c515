package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pods, templates, Secrets and ConfigMaps are refused, way by way. */
class UnmanagedKeyTest {
    private final WebhookServer webhook = SampleCluster.start();

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

    @Test
    void judgesTheTemplateOfACronJob() throws Exception {
        String cron =
                "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly, namespace: payments}\nspec:\n  jobTemplate: {spec: {template: {spec: "
                        + "{containers: [{name: c, image: x, args: [%s]}]}}}}".formatted(STRAY);
        JsonNode response = webhook.review(Reviews.create(cron));
        assertThat(response.at("/status/details/causes/0/field").asText())
                .isEqualTo("spec.jobTemplate.spec.template.spec.containers[0].args[0]");
    }
}
