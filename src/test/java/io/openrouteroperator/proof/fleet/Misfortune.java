package io.openrouteroperator.proof.fleet;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.Faults;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What happens to the operator while a fleet rotates: OpenRouter refuses and breaks now and then, and once the operator dies. */
final class Misfortune {
    private static final long DEAD = Duration.ofSeconds(3).toNanos();
    private static final int REPORTS = 20;

    private final Installation installation;
    private final FleetPlan plan;
    private final Consumer<String> out;
    private boolean brokenEarly;
    private boolean dead;
    private boolean brokenLate;
    private int reported;

    Misfortune(Installation installation, FleetPlan plan, Consumer<String> out) {
        this.installation = installation;
        this.plan = plan;
        this.out = out;
    }

    /** Called with the number of rotations that are over. */
    void progress(int over) {
        int wanted = plan.wantedRotations();
        if (!brokenEarly && over * 4 >= wanted) {
            brokenEarly = true;
            breakSome();
        }
        if (plan.killed() && !dead && over * 2 >= wanted) {
            dead = true;
            killOperator();
        }
        if (!brokenLate && over * 4 >= wanted * 3) {
            brokenLate = true;
            breakSome();
        }
        if (over * REPORTS / wanted > reported) {
            reported = over * REPORTS / wanted;
            out.accept("%d of %d rotations".formatted(over, wanted));
        }
    }

    private void killOperator() {
        out.accept("the operator is killed");
        installation.operator().kill();
        LockSupport.parkNanos(DEAD);
        installation.operator().start();
        out.accept("the operator is back");
    }

    private void breakSome() {
        out.accept("OpenRouter breaks some calls");
        Faults faults = installation.openRouter().faults();
        faults.next("POST", "/keys", new Fault.RateLimited(Duration.ofSeconds(1)));
        faults.next("PATCH", "/keys/*", new Fault.RateLimited(null));
        faults.next("GET", "/keys", new Fault.ServerError(503, false, false));
        faults.next("GET", "/models/user", new Fault.ServerError(500, false, false));
        faults.next("POST", "/guardrails/*/assignments/keys", new Fault.ServerError(502, true, true));
        faults.next("DELETE", "/keys/*", new Fault.ConnectionReset(true));
        faults.next("PATCH", "/keys/*", new Fault.ServerError(502, true, true));
    }
}
