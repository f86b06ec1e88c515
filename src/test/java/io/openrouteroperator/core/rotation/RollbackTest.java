package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.remembered;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.disabled;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.spent;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyDecision.Change;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An earlier key that its owner wants back, as long as it is not gone. Serial 2 took the place of serial 1. */
class RollbackTest {
    @Test
    void isRecordedThenTheKeyIsEnabledForOneMoreOverlap() {
        Situation soaking = soaking().wishing(Wishes.rollback("1"));
        KeyDecision.Remember first = remembered(soaking);
        assertThat(first.reason()).isEqualTo(Reason.ROLLED_BACK);
        assertThat(first.record().previous()).first().satisfies(old -> {
            assertThat(old.restored()).isTrue();
            assertThat(old.retiredAt()).isNull();
            assertThat(old.retireAfter()).isEqualTo(NOW.plus(TERMS.overlap()));
        });
        assertThat(soaking.record(first.record()).rationed().next())
                .isEqualTo(new Change(
                        hash(1),
                        new KeyChange.SetDisabled(false),
                        Urgency.HEAL,
                        Reason.ROLLED_BACK,
                        "key serial 1 was enabled again"));
    }

    @Test
    void leavesTheSecretAsItIsAndKeepsTheKeyWhetherItIsUsedOrNot() {
        Situation restored = restored(NOW.plusMillis(1)).polled(spent(1, "2", NOW), NOW);
        assertRests(restored.wishing(Wishes.rollback("1")), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void endsWithItsOverlap() {
        KeyDecision.Remember end = remembered(restored(NOW).remote(1));
        assertThat(end.reason()).isEqualTo(Reason.OVERLAP_ENDED);
        assertThat(end.record().previous()).first().satisfies(old -> {
            assertThat(old.retiredAt()).isEqualTo(NOW);
            assertThat(old.restored()).isFalse();
        });
    }

    @Test
    void isNotEnabledAgainAfterItsOverlap() {
        assertThat(remembered(restored(NOW)).reason()).isEqualTo(Reason.OVERLAP_ENDED);
    }

    @Test
    void ofAKeyThatIsGoneIsAnsweredOnce() {
        for (String serial : new String[] {"1", "2", "7", "the last one"}) {
            Situation gone = serial.equals("1") ? replaced(NOW.plusSeconds(60)).gone(1) : soaking();
            KeyDecision.Remember answer = remembered(gone.wishing(Wishes.rollback(serial)));
            assertThat(answer.reason()).isEqualTo(Reason.ROLLBACK_IMPOSSIBLE);
            assertThat(answer.record().handled()).isEqualTo(new Requests(0, null, null, serial));
            assertThat(answer.record().previous())
                    .isEqualTo(gone.look().record().previous());
        }
    }

    @Test
    void waitsForAGrant() {
        assertRests(soaking().wishing(Wishes.rollback("1")).refused(), Verdict.STALLED, Reason.NO_POLICY);
        assertRests(restored(NOW.plusSeconds(60)).refused(), Verdict.STALLED, Reason.NO_POLICY);
    }

    @Test
    void isNotEnabledWhileItsClassIsBeingAllowedAgain() {
        Situation restored = restored(NOW.plusSeconds(60));
        KeyDecision next = restored.record(restored.look().record().withdrawn(true))
                .polled(disabled(2), NOW)
                .next();
        assertThat(next).isInstanceOfSatisfying(Change.class, change -> {
            assertThat(change.hash()).isEqualTo(hash(1));
            assertThat(change.reason()).isEqualTo(Reason.PROVISIONED);
        });
    }

    private static Situation soaking() {
        Situation two = replaced(NOW.plusSeconds(60));
        return two.record(two.look().record().with(hash(1), old -> old.retired(NOW.minusSeconds(60))))
                .polled(disabled(1), NOW);
    }

    private static Situation restored(Instant until) {
        Situation soaking = soaking();
        KeyRecord record = soaking.look().record();
        return soaking.record(record.with(hash(1), (Previous old) -> old.restoredUntil(until))
                .handled(new Requests(0, null, null, "1")));
    }
}
