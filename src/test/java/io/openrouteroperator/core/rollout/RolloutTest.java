package io.openrouteroperator.core.rollout;

import static io.openrouteroperator.core.rollout.Namespace.BEFORE;
import static io.openrouteroperator.core.rollout.Namespace.CURRENT;
import static io.openrouteroperator.core.rollout.Namespace.EARLIER;
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
import io.openrouteroperator.core.rollout.RolloutStep.Waiting;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is restarted, who is waited for, and in which words. */
class RolloutTest {
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
    void oneThatMovesIsSaidFirstAndKeepsTheSlot() {
        Consumers both = seen(
                deployment("checkout").rolledOut(CURRENT),
                pod("checkout-a").since(BEFORE),
                pod("a-debug").since(BEFORE).madeBy(Ownership.BARE));

        assertThat(step(both))
                .isEqualTo(waiting(
                        false,
                        "pod checkout-a of Deployment checkout still holds an earlier key; pod a-debug still holds an"
                                + " earlier key: nothing replaces a pod without a controller",
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
        Object[] many = IntStream.range(0, 7)
                .mapToObj(number -> pod("p" + number + "-x").since(BEFORE).madeBy(Ownership.UNKNOWN))
                .toArray();

        assertThat(step(seen(many))).isInstanceOfSatisfying(Waiting.class, wait -> {
            assertThat(wait.words()).contains("Foo p4").doesNotContain("Foo p5").endsWith("; and 2 more");
            assertThat(wait.pods()).hasSize(7);
        });
    }
}
