package io.openrouteroperator.proof.crash;

import static io.openrouteroperator.proof.Hand.SERVICE;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.Invariants;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.reconcile.Readiness;
import io.openrouteroperator.reconcile.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One story, told once: with a death in it, or without. */
final class Run {
    /**
     * What came of it.
     *
     * @param effects in order, until the operator died
     * @param reached whether the operator died
     * @param violations of the invariants, when it died and when all was over; empty when all is well
     */
    record Outcome(List<Effect> effects, boolean reached, List<String> violations) {}

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Nothing is to come to rest there. */
    private static final Duration PATIENCE_WITH_PLANT = Duration.ofSeconds(8);

    /** Some effects come with the next poll of the account, which is a second away. */
    private static final Duration ONE_MORE_POLL = Duration.ofMillis(2500);

    private final ProvingGround ground;
    private final Scenario scenario;
    private final Plant plant;
    private final Duration patience;

    Run(ProvingGround ground, Scenario scenario, Plant plant) {
        this.ground = ground;
        this.scenario = scenario;
        this.plant = plant;
        this.patience = plant == Plant.NONE ? PATIENCE : PATIENCE_WITH_PLANT;
    }

    /** Tells the story; with a point, the operator dies there and is started again. */
    Outcome tell(@Nullable CrashPoint point) {
        try (Tenant tenant = Tenant.create(
                ground.installation(), ground.openRouter().address(), scenario.name(), scenario.classifications())) {
            prepare(tenant);
            Executioner executioner = new Executioner(ground);
            executioner.watch(point, tenant.name(), plant);
            scenario.act().accept(tenant);
            Waiting.until(patience, () -> executioner.dead() || standing(tenant).isEmpty());
            Waiting.until(ONE_MORE_POLL, executioner::dead);
            List<String> violations = new ArrayList<>();
            if (executioner.dead()) {
                violations.addAll(atDeath(tenant));
                ground.installation().operator().start();
                Waiting.until(patience, () -> standing(tenant).isEmpty());
            }
            List<Effect> effects = executioner.seen();
            ground.open();
            violations.addAll(standing(tenant));
            violations.addAll(ground.installation().openRouter().contractViolations());
            return new Outcome(effects, executioner.dead(), violations);
        }
    }

    private void prepare(Tenant tenant) {
        tenant.await(
                "the policy of " + tenant.name() + " is in force",
                () -> tenant.policy().getStatus() != null
                        && !Readiness.of(tenant.policy().getStatus().conditions())
                                .equals("absent"));
        scenario.given().accept(tenant);
    }

    private List<String> atDeath(Tenant tenant) {
        return scenario.steady() ? invariants(tenant).published() : List.of();
    }

    /** What is not yet as the story should end. */
    private List<String> standing(Tenant tenant) {
        if (scenario.end() == Scenario.End.GONE) {
            return tenant.exists(SERVICE)
                    ? List.of("the object is still there")
                    : invariants(tenant).gone();
        }
        String wanted = scenario.end() == Scenario.End.PROVIDED ? "True/Provisioned" : "False/KeyWithdrawn";
        String ready = Readiness.of(tenant.key(SERVICE));
        if (!ready.equals(wanted)) {
            return List.of("Ready is " + ready + " instead of " + wanted);
        }
        if (!scenario.arrived().test(tenant)) {
            return List.of("the story has not come to its end, the status is "
                    + Readiness.message(Readiness.conditions(tenant.key(SERVICE))));
        }
        return scenario.end() == Scenario.End.PROVIDED
                ? invariants(tenant).resting()
                : invariants(tenant).withdrawn();
    }

    private Invariants invariants(Tenant tenant) {
        return new Invariants(ground.installation().openRouter(), tenant, SERVICE);
    }
}
