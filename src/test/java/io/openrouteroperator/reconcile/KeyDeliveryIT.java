package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.KeySnapshot;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From ten lines of YAML to a guarded, proven key in a Secret. */
@ExtendWith(InstallationExtension.class)
class KeyDeliveryIT {
    private final Installation installation;
    private final Tenant tenant;

    KeyDeliveryIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "delivery", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void deliversGuardedAndProvenKeyIntoSecret() {
        // When
        tenant.requestKey("checkout", "classification: internal");
        OpenRouterKey key = tenant.awaitPublished("checkout");

        // Then
        Secret secret = tenant.secret("checkout").orElseThrow();
        KeySnapshot remote = tenant.remoteOf("checkout").orElseThrow();
        assertThat(requireNonNull(key.getStatus().current()).hash()).isEqualTo(remote.hash());
        assertThat(remote.guardrailId())
                .isEqualTo(
                        tenant.policy().getStatus().classifications().getFirst().guardrailId());
        assertThat(remote.limit()).isEqualByComparingTo(new BigDecimal(100));
        assertThat(requireNonNull(key.getStatus().proof()).usableModels()).isPositive();
        assertThat(DeliveredKey.entry(secret, "OPENROUTER_BASE_URL"))
                .isEqualTo(installation.openRouter().baseUrl());
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }
}
