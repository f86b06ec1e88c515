package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Claims.rollingOut;
import static io.openrouteroperator.core.rotation.Claims.rotating;
import static io.openrouteroperator.core.rotation.Serial.disabled;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import io.openrouteroperator.core.rotation.Progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a rotation stands, in words, and how soon to look again. Serial 1 is a day old; it is Tuesday noon. */
class ProgressTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2));

    @Test
    void restingKeyIsReadyAndSaysWhenItIsReplaced() {
        Progress resting = of(atRest().terms(every(Duration.ofDays(2))));
        assertStands(resting, Phase.RESTING, "Ready");
        assertThat(resting.nextRotation()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(resting.served()).isTrue();
        assertThat(resting.outdated()).isFalse();
    }

    @Test
    void serviceWithoutAKeySaysNothing() {
        Progress none = of(Situation.empty());
        assertStands(none, Phase.RESTING, "");
        assertThat(none.nextRotation()).isNull();
        assertThat(none.served()).isFalse();
    }

    @Test
    void suspendedKeyIsPlannedForNothing() {
        Progress suspended = of(atRest().wishing(Wishes.SUSPENDED));
        assertStands(suspended, Phase.RESTING, "Suspended");
        assertThat(suspended.nextRotation()).isNull();
        assertStands(of(atRest().refused()), Phase.RESTING, "Ready");
    }

    @Test
    void keyThatIsOldEnoughWaitsForItsWindow() {
        WindowTerms sunday = new WindowTerms("0 2 * * SUN", Duration.ofHours(4), ZoneId.of("Europe/Berlin"));
        assertStands(
                of(atRest().terms(every(Duration.ofDays(1), sunday))),
                Phase.RESTING,
                "Waiting for window Sun 02:00 Europe/Berlin");
        assertStands(of(atRest().terms(every(Duration.ofDays(3), sunday))), Phase.RESTING, "Ready");
    }

    @Test
    void dueKeySaysWhatHoldsItUp() {
        Situation due = atRest().terms(every(Duration.ofHours(2)));
        assertStands(of(due), Phase.DUE, "Due: waiting for other rotations to roll out");
        assertStands(of(due.rationed()), Phase.DUE, "Due: waiting for the account's key changes");
    }

    @Test
    void successorIsPreparedWhileTheKeyGoesOnServing() {
        Progress preparing = of(atRest().record(published(1).intending("main", intent(2))));
        assertStands(preparing, Phase.PREPARING, "Preparing serial 2");
        assertThat(preparing.served()).isTrue();
    }

    @Test
    void rolloutNamesWhoIsRestartedAndWhoIsWaitedFor() {
        Progress restarting = of(rollingOut(Shop.running(null, LONG_AGO, "a")));
        assertStands(restarting, Phase.ROLLING_OUT, "Rolling out: restarting Deployment checkout");
        assertThat(restarting.outdated()).isTrue();
        Progress waiting = of(rollingOut(Shop.running(hash(2), LONG_AGO, "a")));
        assertThat(waiting.phase()).isEqualTo(Phase.ROLLING_OUT);
        assertThat(waiting.words()).startsWith("Rolling out: ").contains("checkout");
        Progress paused = of(rollingOut(Shop.paused(LONG_AGO, "a")));
        assertThat(paused.phase()).isEqualTo(Phase.HELD_UP);
        assertThat(paused.words()).contains("it is paused");
    }

    @Test
    void drainSaysUntilWhen() {
        Instant until = NOW.plus(Duration.ofHours(10));
        assertStands(of(replaced(until)), Phase.DRAINING, "Draining serial 1 until 2026-11-24 22:00Z");
        Situation young = replaced(until);
        KeyRecord record = young.look().record().keeping(hash(1), NOW, until.plusMillis(1));
        assertStands(of(young.record(record)), Phase.DRAINING, "Draining serial 1 beyond 2026-11-24 13:00Z");
    }

    @Test
    void restoredKeySaysUntilWhenItWorks() {
        Instant until = NOW.plus(Duration.ofHours(10));
        Situation restored = replaced(NOW);
        KeyRecord record = restored.look().record().with(hash(1), old -> old.restoredUntil(until));
        assertStands(of(restored.record(record)), Phase.DRAINING, "Serial 1 works again until 2026-11-24 22:00Z");
    }

    @Test
    void retiredKeySoaks() {
        Situation soaking = replaced(NOW);
        KeyRecord record = soaking.look().record().with(hash(1), old -> old.retired(NOW));
        assertStands(of(soaking.record(record)), Phase.SOAKING, "Serial 1 is disabled and will be deleted");
    }

    @Test
    void keyServesOnlyWhileItIsInTheSecretAndWorks() {
        assertThat(of(atRest().secret(ours(2))).served()).isFalse();
        assertThat(of(atRest().remote(disabled(1), "g1")).served()).isFalse();
        assertThat(of(atRest().secret(ours(2)).remote(2)).served())
                .as("published, and not recorded yet")
                .isTrue();
        assertThat(of(atRest().gone(1)).served()).isFalse();
    }

    @Test
    void whoMovesIsLookedAtSoonAndWhoRestsWhenItIsDue() {
        assertThat(lookAgain(atRest().record(published(1).intending("main", intent(2)))))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(lookAgain(rollingOut(Shop.running(null, LONG_AGO, "a")))).isEqualTo(Duration.ofSeconds(2));
        assertThat(lookAgain(rollingOut(Shop.paused(LONG_AGO, "a")))).isEqualTo(Duration.ofSeconds(15));
        assertThat(lookAgain(atRest().terms(every(Duration.ofHours(2))))).isEqualTo(Duration.ofSeconds(3));
        assertThat(lookAgain(replaced(NOW.plusSeconds(10_000)))).isEqualTo(LONGEST);
        assertThat(lookAgain(atRest().wishing(Wishes.SUSPENDED))).isEqualTo(LONGEST);
        assertThat(lookAgain(atRest())).isEqualTo(LONGEST);
        assertThat(lookAgain(atRest().terms(every(Duration.ofDays(1).plusSeconds(30)))))
                .isEqualTo(Duration.ofSeconds(30).plusMillis(50));
    }

    @Test
    void nobodyIsLookedAtMoreThanOnceASecondOrLessThanAskedFor() {
        Progress almostDue = new Progress(Phase.RESTING, "Ready", NOW.plusMillis(10), true, false);
        assertThat(almostDue.lookAgain(LONGEST, NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(almostDue.lookAgain(Duration.ofMillis(300), NOW)).isEqualTo(Duration.ofMillis(300));
    }

    private static Duration lookAgain(Situation situation) {
        return of(situation).lookAgain(LONGEST, NOW);
    }

    private static Progress of(Situation situation) {
        return Progress.of(situation.look(), NOW);
    }

    private static void assertStands(Progress progress, Phase phase, String words) {
        assertThat(progress.phase()).isEqualTo(phase);
        assertThat(progress.words()).isEqualTo(words);
    }

    private static KeyTerms every(Duration interval, WindowTerms... windows) {
        return rotating(new RotationTerms(
                interval, 0, Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(10), List.of(windows), 5));
    }
}
