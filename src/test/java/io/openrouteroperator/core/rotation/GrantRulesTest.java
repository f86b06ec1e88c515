package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_ACCOUNT;
import static io.openrouteroperator.core.rotation.Claims.assertRemembers;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the absence of a grant means. */
class GrantRulesTest {
    @Test
    void nothingIsDecidedBeforeTheCachesAreFull() {
        assertRests(pending().demand(new KeyDemand.NotYetKnown()), Verdict.UNDECIDED, Reason.WAITING_FOR_CACHES);
    }

    @Test
    void refusalStallsAnObjectWithoutKey() {
        assertRests(empty().refused(), Verdict.STALLED, Reason.NO_POLICY);
    }

    @Test
    void refusalLeavesThePublishedKeyAlone() {
        assertRests(atRest().refused(), Verdict.STALLED, Reason.NO_POLICY);
    }

    @Test
    void refusalClearsThePendingKeyAway() {
        assertThat(pending().refused().next()).isEqualTo(new KeyDecision.Search(intent(1)));
        assertThat(deleted(pending().refused().holding(broughtUp(1)).next())).isEqualTo(hash(1));
        assertRemembers(
                pending().refused().holding(new InFlight.Untouched(nonce(1))),
                new KeyRecord(null, 1, null, null, List.of(), null, false, KeyWishes.Requests.none()));
    }

    @Test
    void waitingKeepsTheStatusOfAPublishedKey() {
        KeyDemand waiting = new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down");
        assertRests(atRest().demand(waiting), Verdict.UNDECIDED, Reason.WAITING_FOR_CACHES);
        assertRests(empty().demand(waiting), Verdict.RECONCILING, Reason.ACCOUNT_NOT_READY);
    }

    @Test
    void waitingTouchesNothingAtOpenRouter() {
        KeyDemand waiting = new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down");
        assertRests(pending().demand(waiting).holding(Serial.naked(7)), Verdict.RECONCILING, Reason.ACCOUNT_NOT_READY);
    }

    @Test
    void otherAccountIsRefusedBecauseKeysCannotMove() {
        assertRests(atRest().terms(OTHER_ACCOUNT), Verdict.STALLED, Reason.ACCOUNT_CHANGED);
    }

    @Test
    void otherAccountLetsGoOfAnObjectWhoseKeyWasNeverPublished() {
        assertRemembers(
                pending().terms(OTHER_ACCOUNT).holding(new InFlight.Searched(nonce(1), List.of())),
                new KeyRecord(null, 1, null, null, List.of(), null, false, KeyWishes.Requests.none()));
    }
}
