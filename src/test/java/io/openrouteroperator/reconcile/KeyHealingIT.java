package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever someone does to a published key, in the cluster or at OpenRouter, it comes back. */
@ExtendWith(InstallationExtension.class)
class KeyHealingIT {
    private static final String ENTRY = "OPENROUTER_API_KEY";

    private final Installation installation;
    private final Tenant tenant;

    KeyHealingIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "healing", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @BeforeEach
    void publishKey() {
        tenant.requestKey("service", """
                classification: internal
                secret: {aliases: [OPENAI_API_KEY]}
                """);
        tenant.awaitPublished("service");
    }

    @Test
    void replacesKeyOfDeletedSecret() {
        // Given
        String lost = currentHash();

        // When
        tenant.secret("service")
                .ifPresent(secret -> tenant.client().resource(secret).delete());

        // Then
        tenant.await("another key", () -> !currentHash().equals(lost));
        tenant.awaitPublished("service");
        assertThat(tenant.remoteOf("service").orElseThrow().hash()).isEqualTo(currentHash());
        assertThat(tenant.key("service").getStatus().previous())
                .as("the lost key may still be in use by running pods")
                .singleElement()
                .satisfies(old -> assertThat(old.hash()).isEqualTo(lost));
        tenant.awaitEvent("service", "SecretMissing");
    }

    @Test
    void replacesKeyThatWasOverwrittenInSecret() {
        // Given
        String lost = currentHash();

        // When
        editSecret(ENTRY, "sk-or-v1-somebody-typed-this");

        // Then
        tenant.await("another key", () -> !currentHash().equals(lost));
        tenant.awaitPublished("service");
        assertThat(tenant.remoteOf("service")).isPresent();
    }

    @Test
    void writesEntryAgainThatWasChangedInSecret() {
        // Given
        String hash = currentHash();

        // When
        editSecret("OPENAI_API_KEY", "something else");

        // Then
        tenant.await(
                "alias is the key again",
                () -> DeliveredKey.hash(
                                DeliveredKey.entry(tenant.secret("service").orElseThrow(), "OPENAI_API_KEY"))
                        .equals(hash));
        assertThat(currentHash()).as("the key itself stays").isEqualTo(hash);
    }

    @Test
    void assignsGuardrailAgainThatWasTakenAway() {
        // When
        installation.openRouter().dashboard().unassign(currentHash());

        // Then
        tenant.await(
                "guardrail is back",
                () -> tenant.remote(currentHash()).orElseThrow().guardrailId() != null);
        tenant.awaitEvent("service", "GuardrailReassigned");
    }

    @Test
    void replacesKeyThatWasDeletedAtOpenRouter() {
        // Given
        String lost = currentHash();

        // When
        installation.openRouter().dashboard().deleteKey(lost);

        // Then
        tenant.await("another key", () -> !currentHash().equals(lost));
        tenant.awaitPublished("service");
        tenant.awaitEvent("service", "KeyDeletedRemotely");
    }

    @Test
    void reportsKeyThatWasDisabledAtOpenRouterAndNoticesWhenItIsBack() {
        // When
        installation.openRouter().dashboard().setKeyDisabled(currentHash(), true);

        // Then
        OpenRouterKey reported = tenant.awaitKey("service", "False", "KeyDisabledRemotely");
        assertThat(Readiness.message(reported.getStatus().conditions())).contains("onRemoteDisable: Replace");

        // And when
        installation.openRouter().dashboard().setKeyDisabled(currentHash(), false);

        // Then
        tenant.awaitPublished("service");
    }

    private String currentHash() {
        return requireNonNull(tenant.key("service").getStatus().current()).hash();
    }

    private void editSecret(String entry, String value) {
        tenant.client()
                .resource(new SecretBuilder(tenant.secret("service").orElseThrow())
                        .addToData(entry, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                        .build())
                .update();
    }
}
