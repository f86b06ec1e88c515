package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.rotating;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Another key because of its age, or because its owner asks for one. Serial 1 is a day old; it is Tuesday noon. */
class RotationRulesTest {
    private static final Duration AGE = Duration.ofDays(1);

    @Test
    void keyIsReplacedWhenItsIntervalEndsAndNotBefore() {
        assertThat(reason(atRest().terms(every(AGE)))).isEqualTo(Reason.ROTATION_DUE);
        assertIntends(atRest().terms(every(AGE)), 2);
        assertRests(atRest().terms(every(AGE.plusSeconds(1))), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void keyWaitsForItsWindow() {
        assertRests(atRest().terms(every(AGE, window("0 14 * * TUE"))), Verdict.READY, Reason.PROVISIONED);
        assertThat(reason(atRest().terms(every(AGE, window("0 12 * * TUE"))))).isEqualTo(Reason.ROTATION_DUE);
    }

    @Test
    void keyThatNoWindowServesInTimeIsReplacedOutsideOfThemAndSaysSo() {
        RotationTerms terms = new RotationTerms(
                Duration.ofHours(2),
                0,
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(10),
                List.of(window("0 14 1 1 *")),
                5);
        assertThat(reason(atRest().terms(rotating(terms)))).isEqualTo(Reason.ROTATED_OUTSIDE_WINDOWS);
    }

    @Test
    void keyWaitsForItsTurn() {
        Situation due = atRest().terms(every(AGE)).turn(new FleetTurn(FleetTurn.Place.NEAR, null));
        assertRests(due, Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void keyIsReplacedEarlierWhenItsFleetNeedsTheDay() {
        Situation young = atRest().terms(every(AGE.multipliedBy(2)));
        assertIntends(young.turn(new FleetTurn(FleetTurn.Place.FIRST, NOW)), 2);
    }

    @Test
    void keyWaitsForTheDaysKeyChanges() {
        assertRests(atRest().terms(every(AGE)).rationed(), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void suspendedKeyIsReplacedByNoAgeButOnRequest() {
        Situation suspended = atRest().terms(every(AGE));
        assertRests(suspended.wishing(Wishes.SUSPENDED), Verdict.READY, Reason.PROVISIONED);
        assertIntends(suspended.wishing(new KeyWishes(new Requests(1, null, null, null), false, true, true)), 2);
    }

    @Test
    void keyIsReplacedOnceForEachGenerationAndForEachValueOfTheAnnotation() {
        assertThat(reason(atRest().wishing(Wishes.generation(1)))).isEqualTo(Reason.MANUALLY_TRIGGERED);
        assertThat(reason(atRest().wishing(Wishes.rotation("now")))).isEqualTo(Reason.MANUALLY_TRIGGERED);
        assertRests(handled(1, null).wishing(Wishes.generation(1)), Verdict.READY, Reason.PROVISIONED);
        assertRests(handled(0, "now").wishing(Wishes.rotation("now")), Verdict.READY, Reason.PROVISIONED);
        assertIntends(handled(1, null).wishing(Wishes.generation(2)), 2);
        assertIntends(handled(0, "now").wishing(Wishes.rotation("again")), 2);
    }

    @Test
    void generationThatWasLoweredAndAnnotationThatWasTakenAwayAskForNothing() {
        assertRests(handled(3, "now").wishing(Wishes.generation(2)), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void intentCarriesTheAnswerSoThatACrashAsksForNoSecondKey() {
        assertThat(remembered(atRest().wishing(Wishes.generation(7))).handled())
                .isEqualTo(new Requests(7, null, null, null));
    }

    @Test
    void whateverMadeUsMakeAKeyAnswersTheRequestForOne() {
        Situation missing = atRest().secret(new SecretState.Absent()).wishing(Wishes.rotation("now"));
        assertThat(remembered(missing).handled()).isEqualTo(new Requests(0, "now", null, null));
    }

    @Test
    void firstKeyAnswersEveryRequest() {
        Requests everything = new Requests(4, "a", "b", null);
        Situation fresh = Situation.empty().wishing(new KeyWishes(everything, false, true, false));
        assertThat(remembered(fresh).handled()).isEqualTo(everything);
    }

    @Test
    void lostStatusAsksForNoRotation() {
        Requests everything = new Requests(4, "a", "b", "1");
        Situation lost = atRest().record(KeyRecord.empty()).wishing(new KeyWishes(everything, false, true, false));
        KeyRecord rebuilt = remembered(lost);
        assertThat(rebuilt.handled()).isEqualTo(everything);
        assertRests(lost.record(rebuilt), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void requestWaitsForTheDaysKeyChangesAndIsNotForgotten() {
        Situation asked = atRest().wishing(Wishes.generation(1));
        assertRests(asked.rationed(), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void successorBeginsWithWhatItsPredecessorHasSpent() {
        Situation spent = atRest().polled(Serial.spent(1, "20", NOW), NOW).wishing(Wishes.generation(1));
        assertThat(remembered(spent).pending())
                .satisfies(pending -> assertThat(pending == null ? null : pending.carried())
                        .isEqualTo(CarriedSpend.after(Serial.spent(1, "20", NOW), null, NOW))
                        .isNotNull());
    }

    private static Situation handled(long generation, @Nullable String rotate) {
        return atRest().record(published(1).handled(new Requests(generation, rotate, null, null)));
    }

    private static KeyRecord remembered(Situation situation) {
        return Claims.remembered(situation).record();
    }

    private static Reason reason(Situation situation) {
        return Claims.remembered(situation).reason();
    }

    private static KeyTerms every(Duration interval, WindowTerms... windows) {
        return rotating(new RotationTerms(
                interval, 0, Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(5), List.of(windows), 5));
    }

    private static WindowTerms window(String cron) {
        return new WindowTerms(cron, Duration.ofHours(1), ZoneOffset.UTC);
    }
}
