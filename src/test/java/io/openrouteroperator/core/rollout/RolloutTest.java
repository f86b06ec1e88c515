package io.openrouteroperator.core.rollout;

import static io.openrouteroperator.core.rollout.Namespace.CURRENT;
import static io.openrouteroperator.core.rollout.Namespace.EARLIER;
import static io.openrouteroperator.core.rollout.Namespace.PUBLISHED;
import static io.openrouteroperator.core.rollout.Namespace.deployment;
import static io.openrouteroperator.core.rollout.Namespace.pod;
import static io.openrouteroperator.core.rollout.Namespace.ref;
import static io.openrouteroperator.core.rollout.Namespace.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.RolloutStep.Done;
import io.openrouteroperator.core.rollout.RolloutStep.Restart;
import io.openrouteroperator.core.rollout.RolloutStep.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is restarted, who is waited for, and in which words. */
class RolloutTest {
    private static final Instant BEFORE = PUBLISHED.minus(Duration.ofHours(1));
    private static final Instant AFTER = PUBLISHED.plus(Duration.ofMinutes(1));

    @Test
    void nobodyIsDone() {
        assertThat(step(Consumers.none())).isEqualTo(new Done());
    }

    @Test
    void podsThatStartedBeforeTheirKeyWasPublishedAreRestarted() {
        assertThat(step(seen(deployment("checkout"), pod("checkout-a").since(BEFORE))))
                .isEqualTo(new Restart(ref("checkout")));
    }

    @Test
    void nothingIsRestartedTwiceForOneKey() {
        Consumers rolling = seen(
                deployment("checkout").rolledOut(CURRENT), pod("checkout-a").since(BEFORE));

        assertThat(step(rolling))
                .isEqualTo(waiting(
                        false, "pod checkout-a of Deployment checkout still holds an earlier key", "checkout-a"));
    }

    @Test
    void markOfAnEarlierKeyDoesNotCount() {
        assertThat(step(seen(
                        deployment("checkout").rolledOut(EARLIER),
                        pod("checkout-a").since(BEFORE).marked(EARLIER))))
                .isEqualTo(new Restart(ref("checkout")));
    }

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
    void whoMayNotLookDoesNotCallItDone() {
        assertThat(step(Consumers.hidden(PUBLISHED)))
                .isEqualTo(waiting(
                        true, "the operator has no right to see who holds an earlier key (list pods and workloads)"));
    }

    @Test
    void workloadWithoutPodsIsLeftAlone() {
        assertThat(step(seen(deployment("checkout")))).isEqualTo(new Done());
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
                        "pod checkout-a of Deployment checkout still holds an earlier key: pod checkout-a: has not ended in time",
                        "checkout-a"));
    }

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
                        "pod db-0 of Deployment db still holds an earlier key: pods below its partition keep their revision",
                        "db-0"));
    }

    @Test
    void rolloutWhoseNewPodsFailWaitsForSomebody() {
        assertThat(step(seen(
                        deployment("checkout").rolledOut(CURRENT),
                        pod("checkout-a").since(BEFORE),
                        pod("checkout-b").since(null).marked(CURRENT).inTrouble("ImagePullBackOff"))))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key:"
                                + " its rollout does not get on, pod checkout-b: ImagePullBackOff",
                        "checkout-a"));
        assertThat(step(seen(
                        deployment("checkout").rolledOut(CURRENT).thatFails(),
                        pod("checkout-a").since(BEFORE))))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key: its rollout failed",
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

    @Test
    void oneThatMovesIsSaidFirstAndKeepsTheSlot() {
        Consumers both = seen(
                deployment("checkout").rolledOut(CURRENT),
                pod("checkout-a").since(BEFORE),
                pod("a-debug").since(BEFORE).madeBy(Ownership.BARE));

        assertThat(step(both))
                .isEqualTo(waiting(
                        false,
                        "pod checkout-a of Deployment checkout still holds an earlier key;"
                                + " pod a-debug still holds an earlier key: nothing replaces a pod without a controller",
                        "a-debug",
                        "checkout-a"));
    }

    @Test
    void ownerWhoWantsNoRestartsGetsNone() {
        assertThat(Rollout.next(
                        seen(deployment("checkout"), pod("checkout-a").since(BEFORE)), CURRENT, PUBLISHED, false))
                .isEqualTo(waiting(
                        true,
                        "pod checkout-a of Deployment checkout still holds an earlier key: rollout.strategy is None",
                        "checkout-a"));
    }

    @Test
    void workloadsAreRestartedOneAfterTheOther() {
        Consumers two = seen(
                deployment("checkout"),
                deployment("basket"),
                pod("checkout-a").since(BEFORE),
                pod("basket-a").since(BEFORE));
        Consumers later = seen(
                deployment("checkout"),
                deployment("basket").rolledOut(CURRENT),
                pod("checkout-a").since(BEFORE),
                pod("basket-a").since(BEFORE));

        assertThat(step(two)).isEqualTo(new Restart(ref("basket")));
        assertThat(step(later)).isEqualTo(new Restart(ref("checkout")));
    }

    @Test
    void longListsAreCutForTheReader() {
        Object[] many = java.util.stream.IntStream.range(0, 7)
                .mapToObj(number -> pod("p" + number + "-x").since(BEFORE).madeBy(Ownership.UNKNOWN))
                .toArray();

        assertThat(step(seen(many))).isInstanceOfSatisfying(Waiting.class, wait -> {
            assertThat(wait.words()).contains("Foo p4").doesNotContain("Foo p5").endsWith("; and 2 more");
            assertThat(wait.pods()).hasSize(7);
        });
    }

    private static RolloutStep step(Consumers consumers) {
        return Rollout.next(consumers, CURRENT, PUBLISHED, true);
    }

    private static Waiting waiting(boolean onSomebody, String words, String... pods) {
        return new Waiting(words, java.util.List.of(pods), onSomebody);
    }
}
