package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys with our name whose object is gone: deleted with proof, or told of. */
@ExtendWith(InstallationExtension.class)
class OrphanIT {
    private static final Duration OLD = Duration.ofMinutes(20);

    private final Installation installation;
    private final Simulator openRouter;
    private final Tenant tenant;
    private final String cluster;
    private final String workspace;

    OrphanIT(Installation installation) {
        this.installation = installation;
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.alone(installation, "orphan", Tenant.INTERNAL);
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        KeySnapshot key = tenant.remotes().getFirst();
        this.cluster = KeyName.parse(key.name()).orElseThrow().cluster();
        this.workspace = key.workspaceId();
    }

    @AfterEach
    void leave() {
        tenant.remotes().stream()
                .filter(key -> key.name().contains("/gone/"))
                .forEach(key -> openRouter.dashboard().deleteKey(key.hash()));
        tenant.close();
    }

    @Test
    void deletesOnlyWhatNobodyCanMiss() {
        // Given
        String orphan = make(OLD, cluster, "gone");
        String young = make(Duration.ZERO, cluster, "gone");
        String ofOtherCluster = make(OLD, "elsewhere", "gone");
        String used = make(OLD, cluster, "gone");
        openRouter.dashboard().spend(used, BigDecimal.ONE);

        // Then
        tenant.awaitEvent(tenant.name(), "OrphanDeleted");
        tenant.await("the orphan is gone", () -> tenant.remote(orphan).isEmpty());
        assertThat(tenant.remote(young)).as("another replica may be making it").isPresent();
        assertThat(tenant.remote(ofOtherCluster)).isPresent();
        assertThat(tenant.remote(used)).as("its service gets an overlap").isPresent();
        assertThat(tenant.remoteOf("service")).isPresent();
        openRouter.dashboard().deleteKey(ofOtherCluster);
    }

    @Test
    void onlyTellsWhereTheAccountSaysSo() {
        // Given
        tenant.apply(tenant.account() + "  orphans: Report\n");
        tenant.await(
                "the account reports",
                () -> tenant.accountObject()
                        .getMetadata()
                        .getGeneration()
                        .equals(tenant.accountObject().getStatus().observedGeneration()));

        // When
        String orphan = make(OLD, cluster, "gone");

        // Then
        tenant.awaitEvent(tenant.name(), "OrphanFound");
        tenant.await(
                "the condition",
                () -> tenant.accountObject().getStatus().conditions().stream()
                        .anyMatch(condition -> "OrphansFound".equals(condition.getType())
                                && condition.getMessage().contains("/gone/")));
        assertThat(tenant.remote(orphan)).isPresent();
        assertThat(installation.operator().operator().metrics())
                .contains("openrouter_operator_orphans{account=\"" + tenant.name() + "\"");
    }

    private String make(Duration age, String inCluster, String service) {
        ServiceKeyId id = new ServiceKeyId(
                inCluster, tenant.name(), service, UUID.randomUUID().toString());
        openRouter.time().advance(age.negated());
        try {
            return ManagementCall.post(
                            openRouter,
                            "/keys",
                            "{\"name\":\"%s\",\"workspace_id\":\"%s\"}"
                                    .formatted(KeyName.compose(id, 1, "abcdef2345"), workspace))
                    .path("hash")
                    .asText();
        } finally {
            openRouter.time().advance(age);
        }
    }
}
