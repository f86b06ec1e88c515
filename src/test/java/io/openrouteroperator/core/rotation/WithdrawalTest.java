package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_GUARDRAIL;
import static io.openrouteroperator.core.rotation.Claims.assertRemembers;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import org.junit.jupiter.api.Test;

/** A class that allows nothing stops its keys, and starts again those that it stopped. */
class WithdrawalTest {
    @Test
    void recordsBeforeItDisables() {
        assertRemembers(atRest().withdrawn(), published(1).withdrawn(true));
        assertThat(atRest().record(published(1).withdrawn(true)).withdrawn().next())
                .isEqualTo(disable(1));
    }

    @Test
    void stopsEarlierKeysToo() {
        Situation situation = replaced(NOW.plusSeconds(60));
        KeyRecord marked = situation.look().record().withdrawn(true);
        assertThat(situation
                        .record(marked)
                        .remote(Serial.disabled(2), "g1")
                        .withdrawn()
                        .next())
                .isEqualTo(disable(1));
    }

    @Test
    void leavesTheMarkOffAKeyThatSomebodyElseDisabled() {
        assertRests(atRest().remote(Serial.disabled(1), "g1").withdrawn(), Verdict.STALLED, Reason.KEY_WITHDRAWN);
    }

    @Test
    void retiresAnEarlierKeyThatSomebodyElseDisabled() {
        KeyDecision next = replaced(NOW.plusSeconds(60))
                .remote(Serial.disabled(1), "g1")
                .withdrawn()
                .next();
        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().previous())
                                .extracting(Generation.Previous::retireAfter)
                                .containsExactly(NOW));
    }

    @Test
    void stopsAKeyThatSomebodyEnabledAgain() {
        assertThat(atRest().record(published(1).withdrawn(true)).withdrawn().next())
                .isEqualTo(disable(1));
    }

    @Test
    void comesBeforeAPendingKeyIsSearchedFor() {
        KeyRecord record = published(1).intending("main", intent(2)).withdrawn(true);
        assertThat(atRest().record(record).withdrawn().next()).isEqualTo(disable(1));
    }

    @Test
    void endsByEnablingTheKeyAndThenForgettingTheMark() {
        Situation stopped = atRest().record(published(1).withdrawn(true)).remote(Serial.disabled(1), "g1");
        assertThat(stopped.next()).isEqualTo(enable(1));
        assertRemembers(atRest().record(published(1).withdrawn(true)), published(1));
    }

    @Test
    void endsByGuardingBeforeEnabling() {
        KeyDecision next = atRest().record(published(1).withdrawn(true))
                .remote(Serial.disabled(1), "g1")
                .terms(OTHER_GUARDRAIL)
                .next();
        assertThat(next).isInstanceOf(KeyDecision.Reassign.class);
    }

    @Test
    void isNotGuessedWhenTheStatusWasLostBecauseAnybodyMayHaveDisabledTheKey() {
        KeyDecision next = atRest().record(KeyRecord.empty())
                .remote(Serial.disabled(1), "g1")
                .withdrawn()
                .next();
        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().withdrawn()).isFalse());
    }

    private static KeyDecision disable(int serial) {
        return new KeyDecision.Change(
                hash(serial), new KeyChange.SetDisabled(true), Urgency.REVOKE, Reason.KEY_WITHDRAWN, "nothing allowed");
    }

    private static KeyDecision enable(int serial) {
        return new KeyDecision.Change(
                hash(serial),
                new KeyChange.SetDisabled(false),
                Urgency.HEAL,
                Reason.PROVISIONED,
                "the class allows something again");
    }
}
