package io.openrouteroperator.core.rollout;

import static io.openrouteroperator.core.rollout.Namespace.AFTER;
import static io.openrouteroperator.core.rollout.Namespace.BEFORE;
import static io.openrouteroperator.core.rollout.Namespace.CURRENT;
import static io.openrouteroperator.core.rollout.Namespace.PUBLISHED;
import static io.openrouteroperator.core.rollout.Namespace.deployment;
import static io.openrouteroperator.core.rollout.Namespace.pod;
import static io.openrouteroperator.core.rollout.Namespace.ref;
import static io.openrouteroperator.core.rollout.Namespace.seen;
import static io.openrouteroperator.core.rollout.Namespace.step;
import static io.openrouteroperator.core.rollout.Namespace.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.RolloutStep.Done;
import io.openrouteroperator.core.rollout.RolloutStep.Restart;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which pods hold an earlier key, and which of them nobody can restart. */
class ConsumerPodTest {
    @Test
    void podsThatStartedAfterwardsHoldTheCurrentKeyWithoutAnyMark() {
        assertThat(step(seen(deployment("checkout"), pod("checkout-a").since(AFTER))))
                .isEqualTo(new Done());
    }

    @Test
    void clocksOfNodesMayBeOff() {
        Instant allowed = PUBLISHED.plus(ConsumerPod.ALLOWANCE);

        assertThat(step(seen(deployment("checkout"), pod("checkout-a").since(allowed.minusMillis(1)))))
                .isEqualTo(new Restart(ref("checkout")));
        assertThat(step(seen(deployment("checkout"), pod("checkout-a").since(allowed))))
                .isEqualTo(new Done());
        assertThat(step(seen(
                        deployment("checkout"), pod("checkout-a").since(BEFORE).marked(CURRENT))))
                .as("made after the mark, whatever the clock of its node says")
                .isEqualTo(new Done());
    }

    @Test
    void podsThatReadAgainOrDoNotRunYetHoldNothing() {
        assertThat(step(seen(
                        deployment("checkout"), pod("checkout-a").since(BEFORE).readingAgain())))
                .isEqualTo(new Done());
        assertThat(step(seen(deployment("checkout"), pod("checkout-a").since(null))))
                .isEqualTo(new Done());
    }

    @Test
    void whatStartsJustThenIsWaitedForUntilItsKubeletHasReported() {
        Consumers later = seen(deployment("checkout"), pod("checkout-a").since(null));
        Consumers atOnce =
                new Consumers(later.workloads(), later.pods(), later.seenAt().minusMillis(1));

        assertThat(step(atOnce))
                .isEqualTo(waiting(false, "pod checkout-a starts and may have read an earlier key", "checkout-a"));
        assertThat(step(later)).isEqualTo(new Done());
    }

    @Test
    void podsThatEndAreWaitedForAndRestartNobody() {
        Consumers ending =
                seen(deployment("checkout"), pod("checkout-a").since(BEFORE).thatEnds());
        Consumers stuck = seen(
                deployment("checkout"),
                pod("checkout-a").since(BEFORE).thatEnds().inTrouble("has not ended in time"));

        assertThat(step(ending))
                .isEqualTo(waiting(
                        false, "pod checkout-a of Deployment checkout still holds an earlier key", "checkout-a"));
        assertThat(step(stuck))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key: pod checkout-a: has not"
                                + " ended in time",
                        "checkout-a"));
    }

    @Test
    void jobsAndPodsThatNobodyReplacesAreReported() {
        assertThat(step(seen(pod("nightly-x").since(BEFORE).madeBy(Ownership.JOB))))
                .isEqualTo(waiting(
                        true,
                        "pod nightly-x of Job nightly still holds an earlier key: the Job ends by itself",
                        "nightly-x"));
        assertThat(step(seen(pod("debug").since(BEFORE).madeBy(Ownership.BARE))))
                .isEqualTo(waiting(
                        true,
                        "pod debug still holds an earlier key: nothing replaces a pod without a controller",
                        "debug"));
        assertThat(step(seen(pod("engine-x").since(BEFORE).madeBy(Ownership.UNKNOWN))))
                .isEqualTo(waiting(
                        true,
                        "pod engine-x of Foo engine still holds an earlier key: the operator cannot restart it",
                        "engine-x"));
    }
}
