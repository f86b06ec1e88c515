package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_GUARDRAIL;
import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.remembered;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key that was made by hand, in a Secret that was made by hand, whose owner wants both taken over. */
class AdoptionRulesTest {
    private static final Instant MADE = NOW.minusSeconds(1_000_000);
    private static final RemoteKey BY_HAND = key(9, "checkout (Anna)", false, LIMIT, "w1", MADE);
    private static final Current ADOPTED =
            new Current(0, hash(9), BY_HAND.label(), MADE, BY_HAND.expiresAt(), NOW, NOW, null, null);

    @Test
    void keyOfTheAccountIsRecognisedByItsHash() {
        KeyDecision.Remember adopted = remembered(byHand());
        assertThat(adopted.reason()).isEqualTo(Reason.ADOPTED);
        assertThat(adopted.record()).isEqualTo(KeyRecord.empty().adopting("main", ADOPTED));
    }

    @Test
    void nothingIsTakenOverUnlessItsOwnerWantsThat() {
        assertRests(byHand().wishing(KeyWishes.none()), Verdict.STALLED, Reason.SECRET_NOT_OWNED);
        assertRests(byHand().refused(), Verdict.STALLED, Reason.NO_POLICY);
    }

    @Test
    void secretThatCannotBeTakenOverIsRefusedWithItsObstacle() {
        Situation immutable = byHand().secret(foreign("it is immutable"));
        assertRests(immutable, Verdict.STALLED, Reason.SECRET_NOT_OWNED);
        assertThat(immutable.next().toString()).contains("it is immutable");
    }

    @Test
    void valueThatIsNoKeyOfTheAccountIsRefused() {
        Situation unknown = Situation.empty().secret(foreign(null)).wishing(Wishes.ADOPTION);
        assertRests(unknown, Verdict.STALLED, Reason.SECRET_NOT_OWNED);
        assertRests(unknown.gone(9), Verdict.STALLED, Reason.SECRET_NOT_OWNED);
        assertThat(unknown.next().toString()).contains("no key of this account");
        Situation empty = unknown.secret(new SecretState.Foreign("somebody else's", null, null));
        assertRests(empty, Verdict.STALLED, Reason.SECRET_NOT_OWNED);
    }

    @Test
    void keyOfAnotherServiceIsRefused() {
        RemoteKey others = key(9, "k8s/c1/shop/cart/99999999-1-aaaaaa", false, LIMIT, "w1", MADE);
        assertRests(byHand().remote(others, null), Verdict.STALLED, Reason.SECRET_NOT_OWNED);
    }

    @Test
    void keyOfThisServiceIsTakenBack() {
        RemoteKey own = key(9, Serial.name(9), false, LIMIT, "w1", MADE);
        assertThat(remembered(byHand().remote(own, null)).reason()).isEqualTo(Reason.ADOPTED);
    }

    @Test
    void keyIsGuardedThenItsSecretIsMadeOursThenItIsReplaced() {
        Situation adopted = byHand().record(KeyRecord.empty().adopting("main", ADOPTED));
        assertThat(adopted.next()).isInstanceOf(KeyDecision.Reassign.class);
        assertThat(adopted.remote(BY_HAND, "g1").next()).isEqualTo(new KeyDecision.Rewrite(hash(9), 0));
        Situation ours = adopted.secret(new SecretState.Ours(hash(9), 0, true, null, NOW));
        assertIntends(ours, 1);
        assertThat(remembered(ours).reason()).isEqualTo(Reason.ADOPTED);
        assertThat(remembered(ours.wishing(KeyWishes.none())).reason()).isEqualTo(Reason.ADOPTED);
    }

    @Test
    void replacementWaitsForTheDaysKeyChangesAndTheNameStaysUntilThen() {
        Situation ours = byHand().record(KeyRecord.empty().adopting("main", ADOPTED))
                .remote(BY_HAND, "g1")
                .secret(new SecretState.Ours(hash(9), 0, true, null, NOW));
        assertRests(ours.rationed(), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void lostStatusInBetweenIsRebuiltFromTheSecret() {
        Situation lost = byHand().remote(BY_HAND, "g1").secret(new SecretState.Ours(hash(9), 0, true, null, NOW));
        Current rebuilt = Objects.requireNonNull(remembered(lost).record().current());
        assertThat(rebuilt.serial()).isZero();
        assertThat(rebuilt.hash()).isEqualTo(hash(9));
    }

    @Test
    void adoptedKeyLivesOnBesideItsReplacementAndGoes() {
        Current first = Serial.current(1);
        KeyRecord replaced = KeyRecord.empty().adopting("main", ADOPTED).publishing(first, PROOF, NOW);
        assertThat(replaced.previous()).extracting(Generation.Previous::serial).containsExactly(0);
        Situation overdue = Situation.empty()
                .record(replaced.rolledOut(NOW))
                .secret(Serial.ours(1))
                .remote(1)
                .remote(BY_HAND, "g1");
        assertThat(remembered(overdue).reason()).isEqualTo(Reason.OVERLAP_ENDED);
    }

    @Test
    void secretThatChangedSinceIsNotMadeOurs() {
        Situation changed = byHand().record(KeyRecord.empty().adopting("main", ADOPTED))
                .remote(BY_HAND, "g1")
                .secret(new SecretState.Foreign("somebody else's", hash(8), null));
        assertRests(changed, Verdict.STALLED, Reason.SECRET_NOT_OWNED);
    }

    @Test
    void guardrailOfTheClassIsTheOneInForce() {
        Situation adopted =
                byHand().record(KeyRecord.empty().adopting("main", ADOPTED)).terms(OTHER_GUARDRAIL);
        assertThat(adopted.next())
                .isInstanceOfSatisfying(
                        KeyDecision.Reassign.class,
                        reassign -> assertThat(reassign.guardrailId()).isEqualTo("g2"));
    }

    private static Situation byHand() {
        return Situation.empty().wishing(Wishes.ADOPTION).secret(foreign(null)).remote(BY_HAND, null);
    }

    private static SecretState.Foreign foreign(@Nullable String obstacle) {
        return new SecretState.Foreign("somebody else's", hash(9), obstacle);
    }
}
