package io.openrouteroperator.proof.availability;

import static io.openrouteroperator.proof.Hand.SERVICE;

import io.openrouteroperator.installation.OperatorProcess;
import io.openrouteroperator.proof.Hand;
import io.openrouteroperator.proof.Invariants;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.reconcile.Readiness;
import io.openrouteroperator.reconcile.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is proven about two replicas. */
final class Availability {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ProvingGround ground;
    private final Replicas replicas;
    private final Hand hand;

    Availability(ProvingGround ground) {
        this.ground = ground;
        this.replicas = new Replicas(ground);
        this.hand = new Hand(ground.installation().openRouter());
    }

    /** Milliseconds from SIGTERM until the other replica leads. */
    long handover() {
        OperatorProcess old = replicas.leader();
        ProcessHandle.of(old.process().pid()).orElseThrow().destroy();
        replicas.leaderIsGone();
        long took = replicas.awaitLeader();
        old.process().awaitExit(GRACE);
        replicas.addWaiting();
        return took;
    }

    /** Milliseconds from SIGKILL until the other replica leads. */
    long takeover() {
        replicas.leader().process().kill();
        replicas.leaderIsGone();
        long took = replicas.awaitLeader();
        replicas.addWaiting();
        return took;
    }

    /**
     * The leader stands still in the middle of the first bring-up of a key until the other has finished it, and then wakes up.
     *
     * @param call after which it stands still
     * @return what is wrong then: a dead or foreign key in the Secret, or more than one orphan
     */
    List<String> standstill(String call) {
        try (Tenant tenant =
                Tenant.create(ground.installation(), ground.openRouter().address(), "still", Tenant.INTERNAL)) {
            tenant.awaitPolicy();
            OperatorProcess old = replicas.leader();
            Standstill standstill = Standstill.at(ground, old, call);
            hand.request(tenant);
            if (!Waiting.until(PATIENCE, standstill::reached)) {
                return List.of("the leader did not come to " + call);
            }
            replicas.leaderIsGone();
            replicas.awaitLeader();
            Invariants invariants = new Invariants(ground.installation().openRouter(), tenant, SERVICE);
            Waiting.until(
                    PATIENCE, () -> provided(tenant) && invariants.resting().isEmpty());
            List<String> violations = new ArrayList<>(invariants.resting());
            old.process().resume();
            old.process().awaitExit(GRACE);
            violations.addAll(invariants.published());
            List<String> orphans = invariants.resting().stream()
                    .filter(violation -> violation.startsWith("O:"))
                    .toList();
            if (orphans.size() > 1) {
                violations.addAll(orphans);
            }
            replicas.addWaiting();
            return violations;
        } finally {
            ground.open();
        }
    }

    private static boolean provided(Tenant tenant) {
        return Readiness.of(tenant.key(SERVICE)).equals("True/Provisioned");
    }

    void close() {
        replicas.close();
    }
}
