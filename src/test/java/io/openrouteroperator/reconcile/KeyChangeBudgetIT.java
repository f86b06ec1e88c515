package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day whose key changes are used up: what is urgent goes on from the reserve, all else waits without asking again and again. */
@ExtendWith(InstallationExtension.class)
class KeyChangeBudgetIT {
    private static final int CHANGES_OF_A_NEW_KEY = 2;

    private final Installation installation;
    private final Simulator openRouter;
    private final Tenant tenant;

    KeyChangeBudgetIT(Installation installation) {
        this.installation = installation;
        this.openRouter = installation.openRouter();
        this.tenant = Tenant.create(installation, "budget", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.apply(tenant.account());
        openRouter.dashboard().setDailyKeyChanges(10_000);
        tenant.close();
    }

    @Test
    void reserveServesRevocationsAndNothingElseHangsOrAsksAgain() {
        // Given a day on which all but the reserve is spent
        int refused = refusals();
        ration(20, 70);
        publish("first");
        publish("second");
        String third = publish("third");
        tenant.await("the budget is low", () -> budget().equals("False/KeyChangesLow"));
        assertThat(used()).isEqualTo(3 * CHANGES_OF_A_NEW_KEY);

        // When an object goes, its finalizer does not hang
        tenant.deleteKey("third");

        // Then its key waits for tomorrow
        assertThat(tenant.remote(third)).isPresent();
        assertThat(status().retireQueue()).hasSize(1);

        // When a class allows nothing any more
        tenant.apply(tenant.policy("""
                - name: internal
                  providers: {allow: [openai, anthropic], countries: [LI]}
                  limit: {maxUsd: 100, reset: Monthly}
                """));

        // Then its keys are disabled from the reserve
        tenant.await(
                "both keys are disabled",
                () -> tenant.remotes().stream()
                        .filter(key -> !key.hash().equals(third))
                        .allMatch(KeySnapshot::disabled));

        // And a restart forgets nothing and repeats nothing
        int before = used();
        installation.operator().kill();
        int writes = openRouter.requestLog().writes().size();
        installation.operator().start();
        tenant.awaitPolls();
        assertThat(used()).isEqualTo(before);
        assertThat(openRouter.requestLog().writes()).hasSize(writes);
        assertThat(refusals())
                .as("OpenRouter refused nothing: we kept our ration")
                .isEqualTo(refused);

        // When there is a larger ration
        ration(8000, 20);

        // Then the queue is worked off
        tenant.await("the third key is gone", () -> tenant.remote(third).isEmpty());
        tenant.await("the queue is empty", () -> status().retireQueue().isEmpty());
        tenant.await("the budget suffices", () -> budget().equals("True/KeyChangesSuffice"));
    }

    @Test
    void quotaOfOpenRouterIsLearnedFromItsRefusalAndKept() {
        // Given
        publish("first");
        int refused = refusals();
        int quota = openRouter.dashboard().keyChangesUsed();
        openRouter.dashboard().setDailyKeyChanges(quota);

        // When
        tenant.requestKey("second", "classification: internal");
        tenant.awaitKey("second", "False", "KeyChangesExhausted");
        tenant.await("the budget is used up", () -> budget().equals("False/KeyChangesExhausted"));
        tenant.deleteKey("first");
        installation.operator().kill();
        installation.operator().start();
        tenant.awaitPolls();

        // Then
        assertThat(refusals() - refused).as("asked once, also after a restart").isEqualTo(1);
        assertThat(requireNonNull(status().keyChanges()).quota()).isEqualTo(quota);
        assertThat(requireNonNull(status().keyChanges()).parkedUntil()).endsWith("T00:00:00Z");
        assertThat(status().retireQueue()).hasSize(1);
    }

    @Test
    void rotationsThatWillNotFitAreSaidInTime() {
        // Given
        publish("first");
        tenant.await("the budget suffices", () -> budget().equals("True/KeyChangesSuffice"));

        // When there are not enough key changes for one rotation a day
        ration(5, 20);

        // Then
        tenant.await("it is said", () -> budget().equals("False/RotationsExceedBudget"));
        assertThat(status().conditions())
                .anySatisfy(condition -> assertThat(condition.getMessage()).contains("key changes a day would do"));
    }

    private void ration(int perDay, int reservePercent) {
        tenant.apply(tenant.account()
                + "  keyChanges: {perDay: %d, reservePercent: %d}\n".formatted(perDay, reservePercent));
        tenant.await(
                "the account knows its ration",
                () -> tenant.accountObject().getMetadata().getGeneration().equals(status().observedGeneration()));
    }

    private OpenRouterAccountStatus status() {
        return tenant.accountObject().getStatus() == null
                ? new OpenRouterAccountStatus(null, List.of(), null, null, null, null, List.of())
                : tenant.accountObject().getStatus();
    }

    private int used() {
        return requireNonNull(requireNonNull(status().keyChanges()).used());
    }

    private String budget() {
        return Readiness.of("KeyChangeBudget", status().conditions());
    }

    private int refusals() {
        return (int) openRouter.requestLog().writes().stream()
                .filter(request -> request.status() == 429)
                .count();
    }

    private String publish(String key) {
        return tenant.publish(key, "classification: internal");
    }
}
