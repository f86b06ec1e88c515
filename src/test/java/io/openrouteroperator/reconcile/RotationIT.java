package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.KeySnapshot;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key is replaced while its service runs: on request, by age, after a compromise; and an earlier key comes back when asked. */
@ExtendWith(InstallationExtension.class)
class RotationIT {
    private static final String CLASS = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
              rotation: {overlap: {min: %s, max: 2m}}
            """;

    private final Installation installation;
    private final Tenant tenant;

    RotationIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "rotation", CLASS.formatted("2s"));
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void replacesKeyOnRequestAndRetiresTheEarlierOneWhenNobodyUsesIt() {
        // Given
        String first = tenant.publish("service", "classification: internal");

        // When
        annotate("rotate", "once");

        // Then
        awaitSerial(2);
        assertThat(Tenant.hashOf(tenant.key("service"))).isNotEqualTo(first);
        assertThat(tenant.remoteOf("service").orElseThrow().hash()).isEqualTo(Tenant.hashOf(tenant.key("service")));
        tenant.await(
                "the earlier key is disabled",
                () -> tenant.remote(first).map(KeySnapshot::disabled).orElse(true));
        tenant.await("the earlier key is gone", () -> tenant.remote(first).isEmpty());
        tenant.await(
                "the status is at rest",
                () -> tenant.key("service").getStatus().previous().isEmpty());
        assertThat(Readiness.of(tenant.awaitPublished("service"))).isEqualTo("True/Provisioned");
        assertThat(tenant.remotes()).hasSize(1);
        tenant.awaitEvent("service", "ManuallyTriggered");
        tenant.awaitEvent("service", "OldKeyUnused");
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }

    @Test
    void restartsConsumersThatReadTheKeyWhenTheyStart() {
        // Given a service that got its first key in its environment
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        Consumer consumer = new Consumer(tenant, "service");
        consumer.start();
        String before = consumer.running().getFirst();

        // When
        tenant.requestKey("service", """
                classification: internal
                rotation: {generation: 1}
                """);

        // Then
        awaitSerial(2);
        tenant.await("the service runs anew", () -> !consumer.running().contains(before));
        tenant.awaitEvent("service", "RolloutRestartTriggered");
        tenant.await(
                "consumers are up to date",
                () -> Readiness.of("ConsumersUpdated", Readiness.conditions(tenant.key("service")))
                        .startsWith("True/"));
        tenant.await("one key is left", () -> tenant.remotes().size() == 1);
        assertThat(consumer.generation()).as("one restart").isEqualTo(2);
    }

    @Test
    void keepsTheServiceInTheTracesOfADestinationThatReceivesCertainKeysOnly() {
        // Given
        String first = tenant.publish("service", "classification: internal");
        String destination = ManagementCall.post(
                        installation.openRouter(), "/observability/destinations", """
                        {"name": "%s", "type": "datadog", "config": {"apiKey": "secret", "mlApp": "app"},
                         "api_key_hashes": ["%s"]}
                        """.formatted(tenant.name(), first))
                .path("id")
                .asText();

        // When
        annotate("rotate", "once");

        // Then
        awaitSerial(2);
        assertThat(ManagementCall.get(installation.openRouter(), "/observability/destinations/" + destination)
                        .path("api_key_hashes"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(first, Tenant.hashOf(tenant.key("service")));
        ManagementCall.delete(installation.openRouter(), "/observability/destinations/" + destination);
    }

    @Test
    void replacesCompromisedKeyAtOnce() {
        // Given
        String first = tenant.publish("service", "classification: internal");

        // When
        annotate("revoke", "incident-7");

        // Then
        awaitSerial(2);
        tenant.await(
                "the compromised key is disabled",
                () -> tenant.remote(first).map(KeySnapshot::disabled).orElse(true));
        assertThat(tenant.remoteOf("service").orElseThrow().disabled()).isFalse();
        tenant.awaitEvent("service", "Revoked");
    }

    @Test
    void bringsEarlierKeyBackWhenItsOwnerAsks() {
        // Given an earlier key that is disabled and soaks
        tenant.apply(tenant.policy(CLASS.formatted("20s")));
        String first = tenant.publish("service", "classification: internal");
        annotate("revoke", "by mistake");
        tenant.await(
                "the earlier key is disabled",
                () -> tenant.remote(first).map(KeySnapshot::disabled).orElse(false));

        // When
        annotate("rollback", "1");

        // Then
        tenant.await(
                "the earlier key works again",
                () -> !tenant.remote(first).map(KeySnapshot::disabled).orElse(true));
        tenant.awaitEvent("service", "RolledBack");
        assertThat(current(tenant.key("service")).serial())
                .as("the Secret stays")
                .isEqualTo(2);
    }

    @Test
    void adoptsUnmanagedKeyAndReplacesIt() {
        // Given a key that somebody made by hand and put into a Secret
        String made = installation.openRouter().dashboard().createKey("by-hand");
        tenant.storeSecret("service", "OPENROUTER_API_KEY", made);

        // When
        tenant.requestKey("service", """
                classification: internal
                adopt: true
                """);

        // Then
        tenant.awaitEvent("service", "Adopted");
        awaitSerial(1);
        tenant.await(
                "the unmanaged key is gone",
                () -> tenant.remote(DeliveredKey.hash(made)).isEmpty());
        assertThat(tenant.remoteOf("service").orElseThrow().disabled()).isFalse();
    }

    private void awaitSerial(int serial) {
        tenant.await(
                "serial " + serial + " is published",
                () -> Optional.ofNullable(tenant.key("service").getStatus())
                        .map(status -> status.current())
                        .filter(current -> current.serial() == serial)
                        .isPresent());
    }

    /** As kubectl does: whatever the operator writes meanwhile is no conflict. */
    private void annotate(String request, String value) {
        tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName("service")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"metadata": {"annotations": {"openrouter-operator.io/%s": "%s"}}}""".formatted(request, value));
    }

    private static CurrentKey current(OpenRouterKey key) {
        return requireNonNull(key.getStatus().current());
    }
}
