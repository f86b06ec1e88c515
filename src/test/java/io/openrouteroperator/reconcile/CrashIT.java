package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator starts in worlds that a death or a lost status leaves behind; afterwards there is one live key, one Secret and no orphan. */
@ExtendWith(InstallationExtension.class)
class CrashIT {
    private final Installation installation;
    private final Tenant tenant;

    CrashIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "crash", Tenant.INTERNAL);
        tenant.awaitPolicy();
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void recoversFromDeathBetweenIntentAndCreate() {
        // Given the world after step 1: an intent in the status, nothing at OpenRouter
        installation.operator().kill();
        tenant.requestKey("service", "classification: internal");
        writeStatus(
                status(null, new PendingKey(1, "aaaaaaaaaa", Instant.now().toString(), "k8s/none/aaaaaaaaaa", null)));

        // When
        installation.operator().start();

        // Then
        assertOneKeyOneSecretNoOrphan();
    }

    @Test
    void recoversFromDeathBetweenPublishAndRecord() {
        // Given the world after step 5: the Secret is written, the status still speaks of the intent
        String hash = tenant.publish("service", "classification: internal");
        installation.operator().kill();
        writeStatus(
                status(null, new PendingKey(1, "aaaaaaaaaa", Instant.now().toString(), "k8s/none/aaaaaaaaaa", null)));

        // When
        installation.operator().start();

        // Then
        assertOneKeyOneSecretNoOrphan();
        OpenRouterKeyStatus status = tenant.key("service").getStatus();
        assertThat(requireNonNull(status.current()).hash())
                .as("the published key stays")
                .isEqualTo(hash);
        assertThat(status.proof()).as("its proof is read back from the Secret").isNotNull();
    }

    @Test
    void rebuildsLostStatusFromSecret() {
        // Given
        String hash = tenant.publish("service", "classification: internal");
        installation.operator().kill();
        writeStatus(status(null, null));

        // When
        installation.operator().start();

        // Then
        assertOneKeyOneSecretNoOrphan();
        assertThat(Tenant.hashOf(tenant.key("service"))).isEqualTo(hash);
    }

    private void assertOneKeyOneSecretNoOrphan() {
        OpenRouterKey key = tenant.awaitPublished("service");
        String hash = requireNonNull(key.getStatus().current()).hash();
        assertThat(tenant.remoteOf("service")).hasValueSatisfying(remote -> {
            assertThat(remote.hash()).isEqualTo(hash);
            assertThat(remote.disabled()).isFalse();
            assertThat(remote.guardrailId()).isNotNull();
        });
        assertThat(tenant.remotes()).as("keys of the service at OpenRouter").hasSize(1);
        assertThat(key.getStatus().pending()).isNull();
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }

    private static OpenRouterKeyStatus status(@Nullable Long generation, @Nullable PendingKey pending) {
        return new OpenRouterKeyStatus(
                generation,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                pending,
                pending == null ? null : 1,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void writeStatus(OpenRouterKeyStatus status) {
        OpenRouterKey key = tenant.key("service");
        key.setStatus(status);
        tenant.client().resource(key).updateStatus();
    }
}
