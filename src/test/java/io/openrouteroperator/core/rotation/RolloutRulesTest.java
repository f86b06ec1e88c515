package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.remembered;
import static io.openrouteroperator.core.rotation.Claims.rollingOut;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who reads the key at start is started anew. Serial 2 was published a day ago and is being rolled out. */
class RolloutRulesTest {
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(2));
    private static final Instant AFTER = NOW.minus(Duration.ofHours(1));

    @Test
    void workloadWhosePodsHoldTheEarlierKeyIsRestarted() {
        assertThat(rollingOut(Shop.running(null, BEFORE, "a", "b")).next())
                .isEqualTo(new KeyDecision.Restart(Shop.DEPLOYMENT, hash(2), 2));
        assertThat(rollingOut(Shop.running(hash(1), BEFORE, "a")).next())
                .isEqualTo(new KeyDecision.Restart(Shop.DEPLOYMENT, hash(2), 2));
    }

    @Test
    void workloadThatWasRestartedIsWaitedForAndNotRestartedTwice() {
        assertRests(rollingOut(Shop.running(hash(2), BEFORE, "a")), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void rolloutIsOverWhenNoPodHoldsAnEarlierKey() {
        for (Consumers updated : new Consumers[] {Consumers.none(), Shop.running(hash(2), AFTER, "a")}) {
            KeyDecision.Remember done = remembered(rollingOut(updated));
            assertThat(done.reason()).isEqualTo(Reason.CONSUMERS_UPDATED);
            assertThat(Objects.requireNonNull(done.record().current()).rolledOutAt())
                    .isEqualTo(NOW);
        }
    }

    @Test
    void ownerWhoWantsNoRestartsIsWaitedFor() {
        Situation waiting = rollingOut(Shop.running(null, BEFORE, "a")).wishing(Wishes.NO_RESTARTS);
        assertRests(waiting, Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void pausedWorkloadIsWaitedFor() {
        assertRests(rollingOut(Shop.paused(BEFORE, "a")), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void nobodyIsRestartedForAKeyThatIsNotInTheSecret() {
        KeyDecision next =
                rollingOut(Shop.running(null, BEFORE, "a")).secret(ours(9)).next();
        assertThat(next).isNotInstanceOf(KeyDecision.Restart.class);
    }

    @Test
    void rolloutWithoutAnEarlierKeyIsOverAfterTheRestarts() {
        Situation alone = rollingOut(Shop.running(hash(2), BEFORE, "a"));
        KeyRecord record = alone.look().record().without(hash(1));
        assertThat(remembered(alone.record(record)).reason()).isEqualTo(Reason.CONSUMERS_UPDATED);
    }

    @Test
    void firstKeyHasNoRollout() {
        assertThat(Objects.requireNonNull(Serial.published(1).current()).rolledOutAt())
                .isNotNull();
    }

    @Test
    void keyFoundAfterALostStatusIsRolledOutUnlessItIsTheFirst() {
        Situation lost = Situation.empty().secret(ours(2)).remote(2);
        assertThat(Objects.requireNonNull(remembered(lost).record().current()).rolledOutAt())
                .isNull();
    }

    @Test
    void rolloutWithoutAnEarlierKeyWaitsForWhatWasStarting() {
        Situation alone = rollingOut(Shop.running(hash(2), BEFORE, "a"));
        KeyRecord record = alone.look().record().without(hash(1));
        Instant published = Objects.requireNonNull(record.current()).publishedAt();
        assertThat(KeyProtocol.decide(alone.record(record).look(), published.plusSeconds(29)))
                .isNotInstanceOf(KeyDecision.Remember.class);
    }

    @Test
    void rolloutGoesOnWithoutAGrant() {
        assertThat(rollingOut(Shop.running(null, BEFORE, "a")).refused().next())
                .isInstanceOf(KeyDecision.Restart.class);
    }
}
