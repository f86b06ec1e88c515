package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static io.openrouteroperator.admission.SampleCluster.secret;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered from memory, what is looked up, and what happens to requests that are none. */
class AdmissionEndpointTest {
    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
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
}
