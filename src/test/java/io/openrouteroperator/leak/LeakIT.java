package io.openrouteroperator.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.WrittenEvents;
import io.openrouteroperator.reconcile.DeliveredKey;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A managed key that somebody copied out of its Secret, found by the scan. */
@ExtendWith(InstallationExtension.class)
class LeakIT {
    private final Tenant tenant;
    private final Simulator openRouter;

    LeakIT(Installation installation) {
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.create(installation, "leak", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void isReplacedWithoutOverlapUnderRevoke() {
        tenant.apply(tenant.policy(Tenant.INTERNAL) + "  onLeak: Revoke\n");
        String hash = copyTheKey();

        tenant.await(
                "the copied key is disabled",
                () -> tenant.remote(hash).map(KeySnapshot::disabled).orElse(true));
        tenant.await(
                "another one is published",
                () -> !hash.equals(DeliveredKey.hash(
                        DeliveredKey.in(tenant.secret("service").orElseThrow()))));
        assertThat(tenant.key("service").getMetadata().getAnnotations())
                .containsEntry("openrouter-operator.io/revoke", "leak-" + hash.substring(0, 12));
        tenant.awaitEvent("service", "KeyLeaked");
    }

    @Test
    void isReportedAndGoesOnWorkingUnderReport() {
        String hash = copyTheKey();

        tenant.awaitEvent("service", "KeyLeaked");
        assertThat(tenant.key("service").getMetadata().getAnnotations())
                .doesNotContainKey("openrouter-operator.io/revoke");
        assertThat(tenant.remote(hash).orElseThrow().disabled()).isFalse();
    }

    @Test
    void aKeyOfTheAccountThatNobodyOwnsIsToldOnTheAccount() {
        String key = openRouter.dashboard().createKey("laptop of jane");
        write(key);

        tenant.await(
                "the account is told whose key it is",
                () -> WrittenEvents.about(tenant.client(), tenant.name(), "ForeignKeyFound")
                        .anyMatch(note -> note.contains("\"laptop of jane\"")
                                && note.contains("it works")
                                && note.contains("ConfigMap %s/notes data[notes.txt]".formatted(tenant.name()))
                                && !note.contains(key)));
        assertThat(tenant.remote(DeliveredKey.hash(key)).orElseThrow().disabled())
                .isFalse();
    }

    /** The hash of the key that is in a ConfigMap now. */
    private String copyTheKey() {
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        String key = DeliveredKey.in(tenant.secret("service").orElseThrow());
        write(key);
        return DeliveredKey.hash(key);
    }

    private void write(String key) {
        tenant.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {namespace: %s, name: notes}
                data: {notes.txt: "the key is %s"}
                """.formatted(tenant.name(), key));
    }
}
