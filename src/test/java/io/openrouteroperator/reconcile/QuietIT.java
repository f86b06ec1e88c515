package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.audit.AuditEntries;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator with nothing to do writes nothing, neither to the cluster nor to OpenRouter; nor does one that was restarted. */
@ExtendWith(InstallationExtension.class)
class QuietIT {
    private static final int POLLS = 3;

    private final Installation installation;
    private final Tenant tenant;

    QuietIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "quiet", Tenant.INTERNAL);
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        awaitWhatFollowsOnce();
        awaitSilence();
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void writesNothingWhenIdle() {
        // Given
        AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
        int written = writes().size();

        // When
        awaitPolls(POLLS);

        // Then
        assertNothingWrittenSince(mark, written);
    }

    @Test
    void writesNothingAfterRestart() {
        // Given
        installation.operator().kill();
        AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
        int written = writes().size();

        // When
        installation.operator().start();
        awaitPolls(POLLS);

        // Then
        assertNothingWrittenSince(mark, written);
    }

    private void assertNothingWrittenSince(AuditLog.Mark mark, int written) {
        AuditEntries writes = clusterWritesSince(mark);
        assertThat(writes.list()).as("writes to the cluster").isEmpty();
        assertThat(writes().subList(written, writes().size()))
                .as("writes to OpenRouter")
                .isEmpty();
    }

    private List<LoggedRequest> writes() {
        return installation.openRouter().requestLog().writes();
    }

    /** The first scan, the first look at usage and the facts of providers come some seconds after everything else, and are told once. */
    private void awaitWhatFollowsOnce() {
        tenant.await(
                "scan and usage are told",
                () -> tenant.policy().getStatus().conditions().stream()
                                .filter(condition -> "True".equals(condition.getStatus()))
                                .filter(condition -> List.of("ObjectsConform", "UsageConforms")
                                        .contains(condition.getType()))
                                .count()
                        == 2);
        tenant.await(
                "facts of providers are published",
                () -> installation
                                .controlPlane()
                                .client()
                                .configMaps()
                                .inNamespace(InstalledOperator.NAMESPACE)
                                .withName("openrouter-operator-providers")
                                .get()
                        != null);
    }

    /** Waits for the first polls without a write: what was just made, here or by an earlier test, is counted in some status. */
    private void awaitSilence() {
        tenant.await("silence", () -> {
            AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
            int written = writes().size();
            awaitPolls(POLLS);
            return clusterWritesSince(mark).count() == 0 && writes().size() == written;
        });
    }

    private AuditEntries clusterWritesSince(AuditLog.Mark mark) {
        return installation
                .controlPlane()
                .auditLog()
                .since(mark)
                .byServiceAccount(InstalledOperator.NAMESPACE, "openrouter-operator")
                .writes()
                .where(entry -> !"leases".equals(entry.resource()));
    }

    /** Waits until the operator has read the key list this many times more: by then it has seen, and judged, everything. */
    private void awaitPolls(int polls) {
        int before = installation.openRouter().requestLog().count("GET", "/keys");
        tenant.await(
                polls + " polls", () -> installation.openRouter().requestLog().count("GET", "/keys") > before + polls);
    }
}
