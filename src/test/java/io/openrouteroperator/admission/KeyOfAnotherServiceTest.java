package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that names its service accounts is refused to all others. */
class KeyOfAnotherServiceTest {
    private static final String READS = "envFrom: [{secretRef: {name: ledger-openrouter}}]";
    private final WebhookServer webhook = SampleCluster.start();

    KeyOfAnotherServiceTest() {
        webhook.governance.key(new ManagedKey(
                new ObjectName("payments", "ledger"),
                "ledger-openrouter",
                "OPENROUTER_API_KEY",
                "internal",
                Set.of(SampleKeys.hashOf(SampleKeys.service("ledger"))),
                Set.of("ledger", "audit")));
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                READS,
                "env: [{name: A, valueFrom: {secretKeyRef: {name: ledger-openrouter, key: OPENROUTER_API_KEY}}}]",
                "env: []\n  volumes: [{name: v, secret: {secretName: ledger-openrouter}}]",
                "env: []\n  imagePullSecrets: [{name: ledger-openrouter}]",
                "env: []\n  serviceAccountName: checkout\n  volumes: [{name: v, projected: {sources: [{secret: {name: ledger-openrouter}}]}}]"
            })
    void refusesItToOtherServiceAccounts(String fields) throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(fields)));
        assertThat(response.path("allowed").asBoolean()).isFalse();
        assertThat(response.at("/status/details/causes/0/reason").asText()).isEqualTo("key-of-another-service");
        assertThat(response.at("/status/message").asText())
                .contains("which is for service accounts \"audit\", \"ledger\"; this pod runs as")
                .contains("OpenRouterKey \"checkout\"")
                .contains("kubectl patch openrouterkey -n payments ledger --type=json");
    }

    @Test
    void admitsTheServiceAccountsThatTheKeyNames() throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(READS + "\n  serviceAccountName: ledger")));
        assertThat(response.path("allowed").asBoolean()).isTrue();
    }

    @Test
    void offersOnlyKeysThatTheServiceAccountMayUse() throws Exception {
        webhook.governance.forgetKey(new ObjectName("payments", "checkout"));
        String literal = "env: [{name: A, value: %s}]".formatted(SampleCluster.STRAY);
        JsonNode response = webhook.review(Reviews.create(pod(literal)));
        assertThat(response.at("/status/message").asText())
                .contains("kind: OpenRouterKey")
                .doesNotContain("ledger");
    }
}
