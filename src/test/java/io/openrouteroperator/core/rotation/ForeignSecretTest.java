package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertRemembers;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Secret that is somebody else's. */
class ForeignSecretTest {
    @Test
    void stallsAndMakesNoKey() {
        assertRests(empty().foreignSecret(), Verdict.STALLED, Reason.SECRET_NOT_OWNED);
    }

    @Test
    void throwsAwayTheKeyMadeForItAndMakesNoOther() {
        assertThat(deleted(pending().foreignSecret().holding(broughtUp(1)).next()))
                .isEqualTo(hash(1));
        for (InFlight settled : List.of(new InFlight.Untouched(nonce(1)), new InFlight.Searched(nonce(1), List.of()))) {
            assertRemembers(
                    pending().foreignSecret().holding(settled),
                    new KeyRecord(null, 1, null, null, List.of(), null, false, KeyWishes.Requests.none()));
        }
    }

    @Test
    void keepsTheKeyThatWasPublishedBeforeTheSecretWasTakenOver() {
        assertRemembers(
                pending()
                        .secret(new SecretState.Foreign("taken", hash(1), null))
                        .holding(broughtUp(1)),
                new KeyRecord(null, 1, null, null, List.of(), null, false, KeyWishes.Requests.none()));
    }

    @Test
    void doesNotShieldAKeyFromWithdrawal() {
        assertRemembers(atRest().foreignSecret().withdrawn(), published(1).withdrawn(true));
    }

    @Test
    void provesNothingAboutOrphans() {
        assertRests(empty().foreignSecret().named(key(1)), Verdict.STALLED, Reason.SECRET_NOT_OWNED);
    }
}
