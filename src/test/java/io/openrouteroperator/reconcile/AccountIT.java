package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.installation.SimulatedAccount;
import io.openrouteroperator.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Management keys that are missing, wrong or swapped, and an account that refuses more changes for the day. */
@ExtendWith(InstallationExtension.class)
class AccountIT {
    private final Simulator openRouter;
    private final Tenant tenant;

    AccountIT(Installation installation) {
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.create(installation, "account", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void namesSecretThatHasNoManagementKey() {
        tenant.apply(tenant.account().replace("key: key", "key: absent"));

        assertThat(awaitReady("False/ManagementKeyMissing"))
                .contains("entry 'absent' of Secret " + InstalledOperator.NAMESPACE + "/" + tenant.name()
                        + "-management");
    }

    @Test
    void refusesOrdinaryKeyAsManagementKey() {
        // Given
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        String ordinary = DeliveredKey.in(tenant.secret("service").orElseThrow());

        // When
        tenant.storeManagementKey(ordinary);

        // Then
        assertThat(awaitReady("False/NotAManagementKey")).contains("put a management key there");
        tenant.storeManagementKey(openRouter.managementKey());
        awaitReady("True/Connected");
    }

    @Test
    void saysThatOpenRouterRefusesRevokedManagementKey() {
        String revoked = openRouter.addManagementKey();
        tenant.storeManagementKey(revoked);
        openRouter.revokeManagementKey(revoked);

        assertThat(awaitReady("False/ManagementKeyRefused")).contains("OpenRouter refuses");
        tenant.storeManagementKey(openRouter.managementKey());
        awaitReady("True/Connected");
    }

    @Test
    void swapsManagementKeysWithoutGap() {
        // Given an account whose first key is about to go and whose second is in place
        String first = openRouter.addManagementKey();
        tenant.storeManagementKey(first);
        String reference = "    - secretRef: {namespace: %s, name: %s-second, key: key}%n"
                .formatted(InstalledOperator.NAMESPACE, tenant.name());
        String both = tenant.account().replace("  pollInterval", reference + "  pollInterval");
        tenant.client()
                .resource(SimulatedAccount.secret(tenant.name() + "-second", openRouter.managementKey()))
                .create();
        tenant.apply(both);
        awaitReady("True/Connected");

        // When
        openRouter.revokeManagementKey(first);
        tenant.requestKey("service", "classification: internal");

        // Then
        tenant.awaitPublished("service");
        awaitReady("True/Connected");
    }

    @Test
    void parksKeyChangesOnceDaysQuotaIsUsedUp() {
        // Given
        openRouter.dashboard().setDailyKeyChanges(openRouter.dashboard().keyChangesUsed());
        int refusedBefore = refusals();
        try {
            // When
            tenant.requestKey("service", "classification: internal");
            tenant.awaitKey("service", "False", "KeyChangesExhausted");
            tenant.awaitPolls();

            // Then
            assertThat(refusals() - refusedBefore)
                    .as("changes refused: asked once, then parked until the reset")
                    .isEqualTo(1);
            assertThat(conditions(tenant.accountObject()))
                    .anySatisfy(condition -> assertThat(condition.getReason()).isEqualTo("KeyChangesExhausted"));
        } finally {
            openRouter.dashboard().setDailyKeyChanges(10_000);
        }
    }

    @Test
    void isNotReadyWithoutRequiredAuditTrail() {
        // When
        tenant.apply(tenant.account() + "  auditTrail: {required: true, destinationName: siem}\n");

        // Then
        assertThat(awaitReady("False/AuditTrailMissing")).contains("spec.auditTrail.destinationName", "'siem'");

        // And when
        String id = ManagementCall.post(
                        openRouter,
                        "/observability/destinations",
                        "{\"name\":\"siem\",\"type\":\"datadog\",\"config\":{\"apiKey\":\"secret\",\"mlApp\":\"app\"}}")
                .path("id")
                .asText();

        // Then
        awaitReady("True/Connected");
        ManagementCall.delete(openRouter, "/observability/destinations/" + id);
    }

    private int refusals() {
        return (int) openRouter.requestLog().writes().stream()
                .filter(request -> request.status() == 429)
                .count();
    }

    private String awaitReady(String wanted) {
        tenant.await(
                "account Ready=" + wanted,
                () -> Readiness.of(conditions(tenant.accountObject())).equals(wanted));
        return Readiness.message(conditions(tenant.accountObject()));
    }

    private static List<Condition> conditions(OpenRouterAccount account) {
        return account.getStatus() == null ? List.of() : account.getStatus().conditions();
    }
}
