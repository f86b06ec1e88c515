package io.openrouteroperator.proof.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form: a few services of each temper, two rotations each, and the operator dies between. */
@ExtendWith(InstallationExtension.class)
class FleetIT {
    private final Installation installation;
    private Fleet fleet;

    FleetIT(Installation installation) {
        this.installation = installation;
        this.fleet = new Fleet(installation, FleetPlan.brief("brief-fleet"), System.out::println);
    }

    @AfterEach
    void leave() {
        fleet.remove();
    }

    @Test
    void noServiceNoticesItsRotations() {
        FleetResult result = fleet.run();

        System.out.print(result.table());
        System.out.println(result.line());
        assertThat(result.seen().total().refused()).as(result.table()).isZero();
        assertThat(result.orphans()).as(result.table()).isZero();
        assertThat(result.violations()).as(result.table()).isEmpty();
        assertThat(result.seen().total().succeeded()).isPositive();
    }

    @Test
    void clientsNoticeKeysThatAreRetiredBeforeTheirTime() {
        FleetPlan plan = new FleetPlan("sabotaged-fleet", 3, 1, 3, false, true, Duration.ofSeconds(60));
        fleet = new Fleet(installation, plan, System.out::println);

        FleetResult result = fleet.run();

        assertThat(result.seen().total().refused()).as(result.table()).isPositive();
        assertThat(result.holds()).isFalse();
    }
}
