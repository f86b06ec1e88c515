package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.KeySnapshot;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From ten lines of YAML to a guarded, proven key in a Secret. */
@ExtendWith(InstallationExtension.class)
class KeyDeliveryIT {
    private static final String INTERNAL = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
            """;

    private final Installation installation;

    KeyDeliveryIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void deliversGuardedAndProvenKeyIntoSecret() {
        // Given
        Tenant tenant = Tenant.create(installation, "delivery", INTERNAL);

        // When
        tenant.requestKey("checkout", "classification: internal");
        OpenRouterKey key = tenant.awaitPublished("checkout");

        // Then
        Secret secret = tenant.secret("checkout").orElseThrow();
        KeySnapshot remote = remote(Tenant.hash(Tenant.entry(secret, "OPENROUTER_API_KEY")));
        assertThat(requireNonNull(key.getStatus().current()).hash()).isEqualTo(remote.hash());
        assertThat(remote.guardrailId())
                .isEqualTo(
                        tenant.policy().getStatus().classifications().getFirst().guardrailId());
        assertThat(remote.limit()).isEqualByComparingTo(new BigDecimal(100));
        assertThat(requireNonNull(key.getStatus().proof()).usableModels()).isPositive();
        assertThat(Tenant.entry(secret, "OPENROUTER_BASE_URL"))
                .isEqualTo(installation.openRouter().baseUrl());
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }

    private KeySnapshot remote(String hash) {
        return installation.openRouter().keys().stream()
                .filter(key -> key.hash().equals(hash))
                .findFirst()
                .orElseThrow();
    }
}
