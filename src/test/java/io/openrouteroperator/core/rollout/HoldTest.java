package io.openrouteroperator.core.rollout;

import static io.openrouteroperator.core.rollout.Namespace.BEFORE;
import static io.openrouteroperator.core.rollout.Namespace.CURRENT;
import static io.openrouteroperator.core.rollout.Namespace.deployment;
import static io.openrouteroperator.core.rollout.Namespace.pod;
import static io.openrouteroperator.core.rollout.Namespace.ref;
import static io.openrouteroperator.core.rollout.Namespace.seen;
import static io.openrouteroperator.core.rollout.Namespace.step;
import static io.openrouteroperator.core.rollout.Namespace.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.rollout.RolloutStep.Restart;
import org.junit.jupiter.api.Test;

/** Workloads that are not restarted, or not as a whole, because somebody holds them. */
class HoldTest {
    @Test
    void pausedWorkloadIsNotTouched() {
        assertThat(step(seen(
                        deployment("checkout").held(Hold.PAUSED),
                        pod("checkout-b").since(BEFORE),
                        pod("checkout-a").since(BEFORE))))
                .isEqualTo(waiting(
                        true,
                        "2 pods of Deployment checkout still hold an earlier key: it is paused",
                        "checkout-a",
                        "checkout-b"));
    }

    @Test
    void workloadThatRolledAndIsPausedSinceIsWaitedFor() {
        assertThat(step(seen(
                        deployment("checkout").rolledOut(CURRENT).held(Hold.PAUSED),
                        pod("checkout-a").since(BEFORE))))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key: it is paused",
                        "checkout-a"));
    }

    @Test
    void podsReplacedOnDeletionAreNamed() {
        assertThat(step(seen(
                        deployment("checkout").held(Hold.ON_DELETE),
                        pod("checkout-0").since(BEFORE))))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-0 of Deployment checkout still holds an earlier key:"
                                + " it replaces pods only when they are deleted (OnDelete)",
                        "checkout-0"));
    }

    @Test
    void workloadThatOptedOutIsNotTouched() {
        assertThat(step(seen(
                        deployment("checkout").held(Hold.OPTED_OUT),
                        pod("checkout-a").since(BEFORE))))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key:"
                                + " it opted out of restarts (annotation openrouter-operator.io/rollout)",
                        "checkout-a"));
    }

    @Test
    void partitionLetsWhatIsAboveItRollAndWaitsForTheRest() {
        var set = deployment("db").partitioned(1);

        assertThat(step(seen(set, pod("db-0").since(BEFORE), pod("db-1").since(BEFORE))))
                .isEqualTo(new Restart(ref("db")));
        assertThat(step(seen(
                        set.rolledOut(CURRENT),
                        pod("db-0").since(BEFORE),
                        pod("db-1").since(BEFORE))))
                .isEqualTo(waiting(false, "2 pods of Deployment db still hold an earlier key", "db-0", "db-1"));
        assertThat(step(seen(
                        set.rolledOut(CURRENT),
                        pod("db-0").since(BEFORE),
                        pod("db-1").marked(CURRENT))))
                .isEqualTo(waiting(
                        true,
                        "pod db-0 of Deployment db still holds an earlier key: pods below its partition keep their"
                                + " revision",
                        "db-0"));
    }
}
