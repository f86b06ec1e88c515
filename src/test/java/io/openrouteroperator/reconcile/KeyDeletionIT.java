package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
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
        String hash = publish("classification: internal");

        // When
        delete();

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
        tenant.await("the Secret is collected", () -> tenant.secret("service").isEmpty());
    }

    @Test
    void onlyDisablesRemoteKeyWhenAskedTo() {
        // Given
        String hash = publish("""
                classification: internal
                deletionPolicy: Disable
                """);

        // When
        delete();

        // Then
        assertThat(tenant.remote(hash)).hasValueSatisfying(key -> {
            assertThat(key.disabled()).isTrue();
            assertThat(key.name()).startsWith("disabled/").contains("/" + tenant.name() + "/service/");
        });
    }

    @Test
    void leavesWorkingKeyAndSecretWhenRetained() {
        // Given
        String hash = publish("""
                classification: internal
                deletionPolicy: Retain
                """);

        // When
        delete();

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
        String hash = publish("classification: internal");

        // When
        tenant.client().resource(tenant.secret("service").orElseThrow()).delete();
        delete();

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
        assertThat(tenant.remotes()).as("nothing of the service is left").isEmpty();
    }

    @Test
    void deletesRemoteKeyAlsoAfterItsPolicyIsGone() {
        // Given
        String hash = publish("classification: internal");

        // When
        tenant.pastAdmission().delete(tenant.policy());
        tenant.awaitKey("service", "False", "NoPolicy");
        delete();

        // Then
        assertThat(tenant.remote(hash)).isEmpty();
    }

    @Test
    void neverHangsOnAccountThatIsGone() {
        // Given
        String hash = publish("classification: internal");

        // When
        tenant.pastAdmission().delete(tenant.policy());
        tenant.delete(tenant.accountObject());
        tenant.awaitKey("service", "False", "NoPolicy");
        installation.operator().kill();
        installation.operator().start();
        delete();

        // Then
        tenant.awaitEvent("service", "AccountNotFound");
        assertThat(tenant.remote(hash))
                .as("nobody could revoke it, and the event says so")
                .isPresent();
        installation.openRouter().dashboard().deleteKey(hash);
    }

    private String publish(String spec) {
        tenant.requestKey("service", spec);
        OpenRouterKey key = tenant.awaitPublished("service");
        return requireNonNull(key.getStatus().current()).hash();
    }

    private void delete() {
        tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName("service")
                .delete();
        tenant.await(
                "the object is gone",
                () -> tenant.client()
                                .resources(OpenRouterKey.class)
                                .inNamespace(tenant.name())
                                .withName("service")
                                .get()
                        == null);
    }
}
