package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.rotation.FleetTurn.Place;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who may begin to rotate, at most two at once. */
class RotationQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));
    private static final Instant LAST = NOW.plus(Duration.ofDays(3));

    private final RotationQueue queue = new RotationQueue();

    @Test
    void noMoreBeginThanMayRollOutAtOnce() {
        assertThat(asks("a", SOON, NOW)).isTrue();
        queue.rolling("corporate", "a");
        assertThat(asks("b", SOON, NOW)).isTrue();
        queue.rolling("corporate", "b");
        assertThat(asks("c", SOON, NOW)).isFalse();
    }

    @Test
    void placeIsGivenBackByWhoIsDone() {
        queue.rolling("corporate", "a");
        queue.rolling("corporate", "b");
        queue.resting("a");
        assertThat(asks("c", SOON, NOW)).isTrue();
    }

    @Test
    void keyThatIsRollingOutTakesOnePlaceHoweverOftenItSaysSo() {
        queue.rolling("corporate", "a");
        queue.rolling("corporate", "a");
        assertThat(asks("b", SOON, NOW)).isTrue();
    }

    @Test
    void earliestDeadlineIsFirstWhoeverAskedBefore() {
        queue.rolling("corporate", "x");
        assertThat(asks("c", LAST, NOW)).isTrue();
        assertThat(asks("b", LATER, NOW)).isTrue();
        assertThat(asks("c", LAST, NOW)).isFalse();
        assertThat(asks("a", SOON, NOW)).isTrue();
        assertThat(asks("b", LATER, NOW)).isFalse();
    }

    @Test
    void equalDeadlinesHaveAnOrderToo() {
        queue.rolling("corporate", "x");
        asks("a", SOON, NOW);
        asks("b", SOON, NOW);
        assertThat(asks("a", SOON, NOW)).isTrue();
        assertThat(asks("b", SOON, NOW)).isFalse();
    }

    @Test
    void keyThatDoesNotComeBackHoldsUpNobody() {
        queue.rolling("corporate", "x");
        asks("lost", SOON, NOW);
        assertThat(asks("b", LATER, NOW.plusSeconds(180))).isFalse();
        assertThat(asks("b", LATER, NOW.plusSeconds(181))).isTrue();
    }

    @Test
    void deadlineThatChangedIsTheOneThatCounts() {
        queue.rolling("corporate", "x");
        asks("a", SOON, NOW);
        asks("b", LATER, NOW);
        assertThat(asks("a", LAST, NOW)).isFalse();
        assertThat(asks("b", LATER, NOW)).isTrue();
    }

    @Test
    void keysOfOtherPoliciesDoNotCompete() {
        queue.rolling("corporate", "a");
        queue.rolling("corporate", "b");
        assertThat(queue.ask("another", "c", SOON, 2, NOW)).isEqualTo(Place.FIRST);
    }

    @Test
    void fewerPlacesThanAreTakenLetNobodyBegin() {
        queue.rolling("corporate", "a");
        queue.rolling("corporate", "b");
        assertThat(queue.ask("corporate", "c", SOON, 1, NOW)).isEqualTo(Place.NEAR);
    }

    @Test
    void thousandsBehindTheNextRoundsAreFarFromTheirTurn() {
        for (int waiting = 0; waiting < 6; waiting++) {
            asks("waits" + waiting, SOON, NOW);
        }
        assertThat(queue.ask("corporate", "late", LAST, 2, NOW)).isEqualTo(Place.FAR);
        assertThat(queue.ask("corporate", "early", SOON.minusSeconds(1), 2, NOW))
                .isEqualTo(Place.FIRST);
    }

    private boolean asks(String uid, Instant deadline, Instant now) {
        return queue.ask("corporate", uid, deadline, 2, now) == Place.FIRST;
    }
}
