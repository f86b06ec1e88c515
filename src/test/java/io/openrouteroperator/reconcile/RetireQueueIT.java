package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openrouteroperator.api.v1alpha1.account.RetiringKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that are deleted while OpenRouter refuses every call go all the same, and their keys a little later. */
@ExtendWith(InstallationExtension.class)
class RetireQueueIT {
    private final Installation installation;
    private final Simulator openRouter;
    private final Tenant tenant;
    private final String managementKey;

    RetireQueueIT(Installation installation) {
        this.installation = installation;
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.create(installation, "retire", Tenant.INTERNAL);
        this.managementKey = openRouter.addManagementKey();
        tenant.storeManagementKey(managementKey);
    }

    @AfterEach
    void leave() {
        openRouter.faults().clear();
        tenant.storeManagementKey(openRouter.managementKey());
        tenant.close();
    }

    @Test
    void keysOfDeletedObjectsAreRetiredOnceTheAccountWorksAgainAlsoAfterARestart() {
        // Given
        String deleted = tenant.publish("first", "classification: internal");
        String retained = tenant.publish("second", """
                classification: internal
                deletionPolicy: Retain
                """);

        // When
        refuseEverything();
        tenant.await(
                "the account does not work",
                () -> Readiness.of(requireNonNull(tenant.accountObject().getStatus())
                                .conditions())
                        .equals("False/ManagementKeyRefused"));
        tenant.deleteKey("first");
        tenant.deleteKey("second");

        // Then
        assertThat(tenant.remote(deleted)).isPresent();
        tenant.await("the audit log has it", () -> AuditLines.tell(installation, tenant, "first", "KeyHandedOver"));
        assertThat(queue())
                .extracting(RetiringKey::hash, RetiringKey::owner)
                .containsExactlyInAnyOrder(
                        tuple(deleted, tenant.name() + "/first"), tuple(retained, tenant.name() + "/second"));

        // And when
        installation.operator().kill();
        installation.operator().start();
        tenant.storeManagementKey(openRouter.managementKey());

        // Then
        tenant.await("the queue is worked off", () -> queue().isEmpty());
        assertThat(tenant.remote(deleted)).isEmpty();
        assertThat(tenant.remote(retained)).hasValueSatisfying(key -> {
            assertThat(key.disabled()).isFalse();
            assertThat(key.name()).startsWith("retained/");
        });
        tenant.awaitEvent(tenant.name(), "Retiring");
    }

    @Test
    void keyThatALostCreationMadeIsFoundByItsNameLater() {
        // Given a key at OpenRouter whose hash nobody has learned, because the answer never came
        tenant.awaitPolicy();
        openRouter.faults().next("POST", "/keys", new Fault.LateAnswer(Duration.ofSeconds(20)));
        tenant.requestKey("service", "classification: internal");
        tenant.await("the create", () -> !tenant.remotes().isEmpty());
        installation.operator().kill();

        // When
        refuseEverything();
        installation.operator().start();
        tenant.deleteKey("service");

        // Then
        assertThat(tenant.remotes()).hasSize(1);
        assertThat(queue())
                .extracting(RetiringKey::keyName)
                .containsExactly(tenant.remotes().getFirst().name());

        // And when
        openRouter.faults().clear();
        tenant.storeManagementKey(openRouter.managementKey());

        // Then
        tenant.await("the queue is worked off", () -> queue().isEmpty());
        assertThat(tenant.remotes()).isEmpty();
    }

    private void refuseEverything() {
        openRouter.revokeManagementKey(managementKey);
    }

    private List<RetiringKey> queue() {
        return requireNonNull(tenant.accountObject().getStatus()).retireQueue();
    }
}
