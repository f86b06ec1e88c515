package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pods, templates, Secrets and ConfigMaps are refused, way by way. */
class UnmanagedKeyTest {
    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
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
    void saysThatAKeyIsThereOnlyOnceVariablesAreFilledIn() throws Exception {
        String pieces = "env: [{name: A, value: %s}, {name: B, value: $(A)%s}]"
                .formatted(STRAY.substring(0, 30), STRAY.substring(30));
        JsonNode composed = webhook.review(Reviews.create(pod(pieces)));
        assertThat(composed.at("/status/details/causes/0/message").asText())
                .startsWith("With its variables filled in, it holds the OpenRouter key ");
        JsonNode written = webhook.review(Reviews.create(pod("args: ['%s $(A)']".formatted(STRAY))));
        assertThat(written.at("/status/details/causes/0/message").asText()).startsWith("It holds the OpenRouter key ");
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
