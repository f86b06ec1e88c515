package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.MANAGED;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static io.openrouteroperator.admission.SampleCluster.secret;
import static io.openrouteroperator.admission.SampleCluster.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.EnforcementMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How strict the webhook is, and what it never holds up. */
class AdmissionMannerTest {
    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deployment",
                "StatefulSet",
                "DaemonSet",
                "ReplicaSet",
                "ReplicationController",
                "Job",
                "Rollout",
                "Service"
            })
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
}
