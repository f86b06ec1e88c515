package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Claims.remembered;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.disabled;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyDecision.Change;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A key in the wrong hands: recorded, replaced, and stopped without an overlap. */
class RevocationTest {
    private static final Instant NOT_LONG_AGO = NOW.minusSeconds(60);
    private static final Instant TOO_LONG_AGO = NOW.minus(RequestRules.REVOCATION_PATIENCE);

    @Test
    void isRecordedBeforeAnythingIsDone() {
        KeyDecision.Remember first = remembered(atRest().wishing(Wishes.revocation("leak")));
        assertThat(first.reason()).isEqualTo(Reason.REVOKING);
        assertThat(Objects.requireNonNull(first.record().current()).compromisedAt())
                .isEqualTo(NOW);
        assertThat(first.record().handled()).isEqualTo(new Requests(0, null, "leak", null));
    }

    @Test
    void retiresEarlierKeysWithTheCurrentOne() {
        Situation two = replaced(NOW.plusSeconds(600));
        KeyRecord recorded = remembered(two.wishing(Wishes.revocation("leak"))).record();
        assertThat(recorded.previous())
                .extracting(Previous::retiredAt, Previous::revoked)
                .containsExactly(tuple(NOW, true));
        assertThat(two.record(recorded).next()).isEqualTo(revoke(1));
    }

    @Test
    void isHandledOnceForEachValue() {
        KeyRecord handled = published(1).handled(new Requests(0, null, "leak", null));
        assertRests(atRest().record(handled).wishing(Wishes.revocation("leak")), Verdict.READY, Reason.PROVISIONED);
        assertThat(remembered(atRest().record(handled).wishing(Wishes.revocation("another leak")))
                        .reason())
                .isEqualTo(Reason.REVOKING);
    }

    @Test
    void isFollowedByTheSuccessorWhateverWindowsTurnsAndRationsSay() {
        Situation compromised = compromised(NOT_LONG_AGO)
                .turn(new FleetTurn(FleetTurn.Place.NEAR, null))
                .wishing(Wishes.SUSPENDED);
        assertIntends(compromised.rationed(), 2);
    }

    @Test
    void createsTheSuccessorOnTheReserveOfTheDay() {
        KeyRecord pending = published(1).compromised(NOT_LONG_AGO).intending("main", intent(2));
        assertThat(atRest().record(pending)
                        .holding(new InFlight.Untouched(Serial.nonce(2)))
                        .rationed()
                        .next())
                .isInstanceOfSatisfying(
                        KeyDecision.Create.class,
                        create -> assertThat(create.urgency()).isEqualTo(Urgency.HEAL));
    }

    @Test
    void disablesTheKeyAsSoonAsItsSuccessorIsRecorded() {
        KeyRecord pending = published(1).compromised(NOT_LONG_AGO).intending("main", intent(2));
        Situation succeeded =
                atRest().record(pending).holding(broughtUp(2)).remote(1, 2).secret(ours(2));
        KeyRecord recorded = remembered(succeeded).record();
        assertThat(succeeded.record(recorded).rationed().next()).isEqualTo(revoke(1));
    }

    @Test
    void disablesTheKeyEvenIfSomebodyPutsItBackIntoTheSecret() {
        assertThat(superseded().remote(1, 2).secret(ours(1)).next()).isEqualTo(revoke(1));
    }

    @Test
    void deletesTheKeyAfterItsSoak() {
        Instant soaked = NOW.minus(TERMS.rotation().overlapMin());
        Situation stopped = superseded(soaked).remote(2).polled(disabled(1), NOW);
        assertThat(deleted(stopped.next())).isEqualTo(hash(1));
    }

    @Test
    void waitsFiveMinutesForASuccessorThatCannotBeMade() {
        Situation noAccount = compromised(NOT_LONG_AGO).demand(new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down"));
        assertRests(noAccount, Verdict.UNDECIDED, Reason.WAITING_FOR_CACHES);
        assertThat(compromised(TOO_LONG_AGO)
                        .demand(new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down"))
                        .next())
                .isEqualTo(stop());
        assertThat(compromised(TOO_LONG_AGO).creations(5).next()).isEqualTo(stop());
    }

    @Test
    void waitsForNobodyWhereNoSuccessorWillCome() {
        assertThat(compromised(NOW).refused().next()).isEqualTo(stop());
        assertThat(compromised(NOW).withdrawn().next()).isEqualTo(stop());
    }

    @Test
    void isNotUndoneByAClassThatAllowsSomethingAgain() {
        KeyRecord withdrawn = published(1).compromised(NOT_LONG_AGO).withdrawn(true);
        Situation stopped = atRest().record(withdrawn).polled(disabled(1), NOW);
        assertIntends(stopped, 2);
        Situation succeeded = superseded().remote(2).polled(disabled(1), NOW);
        KeyRecord record = succeeded.look().record();
        assertThat(remembered(succeeded.record(record.withdrawn(true))).record())
                .isEqualTo(record);
    }

    @Test
    void isNotTakenForADisableByHand() {
        assertIntends(compromised(TOO_LONG_AGO).polled(disabled(1), NOW), 2);
    }

    @Test
    void ofAKeyThatDoesNotExistYetMeansNothing() {
        Situation fresh = Situation.empty().wishing(Wishes.revocation("leak"));
        assertThat(Objects.requireNonNull(remembered(fresh).record().pending()).serial())
                .isEqualTo(1);
    }

    private static Situation compromised(Instant at) {
        return atRest().record(published(1).compromised(at));
    }

    private static Situation superseded() {
        return superseded(NOT_LONG_AGO);
    }

    private static Situation superseded(Instant at) {
        Current second = new Current(2, hash(2), "sk-or-v1-...2", at, NOW.plusSeconds(1000), at, null, null, null);
        KeyRecord record = published(1)
                .compromised(at.minusSeconds(1))
                .publishing(second, Situation.PROOF, at.plus(TERMS.overlap()))
                .rolledOut(at);
        return Situation.empty().record(record).secret(ours(2));
    }

    private static Change revoke(int serial) {
        return new Change(
                hash(serial),
                new KeyChange.SetDisabled(true),
                Urgency.REVOKE,
                Reason.REVOKED,
                "key serial %d was disabled".formatted(serial));
    }

    private static Change stop() {
        return new Change(
                hash(1),
                new KeyChange.SetDisabled(true),
                Urgency.REVOKE,
                Reason.REVOKED,
                "key serial 1 was disabled before its successor could be made");
    }
}
