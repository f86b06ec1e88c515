package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the key at OpenRouter when its object is deleted. */
@ExtendWith(InstallationExtension.class)
class KeyDeletionIT {
    private final Installation installation;
    private final Tenant tenant;

    KeyDeletionIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "deletion", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void deletesRemoteKeyAndSecretByDefault() {
        // Given
        String hash = tenant.publish("service", "classification: internal");

        // When
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
        tenant.await("the Secret is collected", () -> tenant.secret("service").isEmpty());
    }

    @Test
    void onlyDisablesRemoteKeyWhenAskedTo() {
        // Given
        String hash = tenant.publish("service", """
                classification: internal
                deletionPolicy: Disable
                """);

        // When
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remote(hash)).hasValueSatisfying(key -> {
            assertThat(key.disabled()).isTrue();
            assertThat(key.name()).startsWith("disabled/").contains("/" + tenant.name() + "/service/");
        });
    }

    @Test
    void leavesWorkingKeyAndSecretWhenRetained() {
        // Given
        String hash = tenant.publish("service", """
                classification: internal
                deletionPolicy: Retain
                """);

        // When
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remote(hash)).hasValueSatisfying(key -> {
            assertThat(key.disabled()).isFalse();
            assertThat(key.name()).startsWith("retained/").contains("/" + tenant.name() + "/service/");
        });
        assertThat(tenant.secret("service")).isPresent();
    }

    @Test
    void needsNoSecretToRevoke() {
        // Given
        String hash = tenant.publish("service", "classification: internal");

        // When
        tenant.client().resource(tenant.secret("service").orElseThrow()).delete();
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
        assertThat(tenant.remotes()).as("nothing of the service is left").isEmpty();
    }

    @Test
    void deletesRemoteKeyAlsoAfterItsPolicyIsGone() {
        // Given
        String hash = tenant.publish("service", "classification: internal");

        // When
        tenant.pastAdmission().delete(tenant.policy());
        tenant.awaitKey("service", "False", "NoPolicy");
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
    }

    @Test
    void neverHangsOnAccountThatIsGone() {
        // Given
        String hash = tenant.publish("service", "classification: internal");

        // When
        tenant.pastAdmission().delete(tenant.policy());
        tenant.delete(tenant.accountObject());
        tenant.awaitKey("service", "False", "NoPolicy");
        installation.operator().kill();
        installation.operator().start();
        tenant.deleteKey("service");

        // Then
        tenant.awaitEvent("service", "AccountNotFound");
        tenant.await("the audit log has it", () -> AuditLines.tell(installation, tenant, "service", "KeyAbandoned"));
        assertThat(tenant.remote(hash))
                .as("nobody could revoke it, and the event says so")
                .isPresent();
        installation.openRouter().dashboard().deleteKey(hash);
    }
}
