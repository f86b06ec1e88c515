package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_WORKSPACE;
import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.assertRemembers;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.current;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.name;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.previous;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a service needs another key. */
class ReplacementRulesTest {
    @Test
    void missingSecretIsReplacedByAnotherKey() {
        assertIntends(atRest().secret(new SecretState.Absent()), 2);
    }

    @Test
    void damagedSecretIsReplacedByAnotherKey() {
        assertIntends(atRest().secret(new SecretState.Ours(hash(9), 1, true, null, null)), 2);
        assertIntends(atRest().secret(new SecretState.Ours(null, 0, true, null, null)), 2);
    }

    @Test
    void keyOfAnotherServiceInTheSecretIsNeverAdopted() {
        RemoteKey others = key(9, "k8s/c1/shop/cart/ffffffff-1-aaaaaa", false, LIMIT, "w1", NOW);
        assertIntends(
                atRest().secret(new SecretState.Ours(hash(9), 1, true, null, null))
                        .remote(others, "g1"),
                2);
    }

    @Test
    void deletedKeyIsReplacedOrReportedAsThePolicySays() {
        assertIntends(atRest().gone(1), 2);
        KeyTerms report = new KeyTerms("main", "w1", "g1", "r1", LIMIT, TERMS.rotation(), false, false);
        assertRests(atRest().terms(report).gone(1), Verdict.STALLED, Reason.KEY_DELETED_REMOTELY);
    }

    @Test
    void disabledKeyIsReportedOrReplacedAsThePolicySays() {
        KeyTerms replace = new KeyTerms("main", "w1", "g1", "r1", LIMIT, TERMS.rotation(), true, true);
        assertRests(atRest().remote(Serial.disabled(1), "g1"), Verdict.STALLED, Reason.KEY_DISABLED_REMOTELY);
        assertIntends(atRest().terms(replace).remote(Serial.disabled(1), "g1"), 2);
    }

    @Test
    void classInAnotherWorkspaceNeedsAnotherKey() {
        assertIntends(atRest().terms(OTHER_WORKSPACE), 2);
    }

    @Test
    void keyThatNobodyHasLookedAtIsLeftAlone() {
        Situation blind = empty().record(published(1)).secret(ours(1));
        assertRests(blind, Verdict.UNDECIDED, Reason.WAITING_FOR_CACHES);
    }

    @Test
    void earlierKeyPutBackIntoTheSecretGetsASecondOverlap() {
        KeyDecision next = replaced(NOW.minusSeconds(1)).secret(ours(1)).next();
        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().previous())
                                .containsExactly(previous(1, NOW.plus(TERMS.overlap()))));
    }

    @Test
    void earlierKeyThatSomebodyDisabledIsNotInUseInTheSecretEither() {
        assertIntends(replaced(NOW.plusSeconds(60)).secret(ours(1)).remote(Serial.disabled(1), "g1"), 3);
    }

    @Test
    void serialsNeverRepeatEvenWithoutStatus() {
        assertIntends(empty().named(key(4, name(4), false, LIMIT, "w1", NOW)), 5);
    }

    @Test
    void breakerStopsALoopAndKeepsNoIntentOpen() {
        assertRests(empty().creations(5), Verdict.STALLED, Reason.BREAKER_OPEN);
        assertRemembers(
                atRest().record(published(1).intending("main", intent(2)))
                        .holding(new InFlight.Searched(nonce(2), List.of()))
                        .creations(5),
                new KeyRecord("main", 2, null, current(1), List.of(), PROOF, false, KeyWishes.Requests.none()));
        assertIntends(empty().creations(4), 1);
    }

    @Test
    void breakerDoesNotHoldUpWhatTheOwnerAsksFor() {
        assertIntends(atRest().wishing(Wishes.rotation("again")).creations(5), 2);
        KeyRecord revoked = published(1).compromised(NOW);
        assertIntends(atRest().record(revoked).creations(5), 2);
    }
}
