package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.assertRemembers;
import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.current;
import static io.openrouteroperator.core.rotation.Serial.disabled;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.name;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that served their time, and keys that nobody owns. */
class RetirementRulesTest {
    @Test
    void earlierKeyIsRetiredAfterItsOverlapWhoeverUsesIt() {
        assertThat(replaced(NOW).next()).isInstanceOfSatisfying(KeyDecision.Remember.class, remember -> {
            assertThat(remember.reason()).isEqualTo(Reason.OVERLAP_ENDED);
            assertThat(remember.record().previous().getFirst().retiredAt()).isEqualTo(NOW);
        });
    }

    @Test
    void retiredKeyIsDisabledSoaksAndGoes() {
        assertThat(retired(NOW).next()).isInstanceOfSatisfying(KeyDecision.Change.class, change -> {
            assertThat(change.hash()).isEqualTo(hash(1));
            assertThat(change.change()).isEqualTo(new KeyChange.SetDisabled(true));
            assertThat(change.urgency()).isEqualTo(Urgency.RETIRE_OVERDUE);
        });
        Instant soaked = NOW.minus(TERMS.rotation().overlapMin());
        assertRests(retired(soaked.plusMillis(1)).remote(disabled(1), "g1"), Verdict.READY, Reason.PROVISIONED);
        assertThat(deleted(retired(soaked).remote(disabled(1), "g1").next())).isEqualTo(hash(1));
    }

    @Test
    void soakIsWholeHoweverLateTheKeyIsDisabled() {
        Instant longAgo = NOW.minus(TERMS.rotation().overlapMin());
        KeyDecision.Remember late = Claims.remembered(retired(longAgo));
        assertThat(late.record().previous().getFirst().retiredAt()).isEqualTo(NOW);
        Situation renewed = retired(longAgo).record(late.record());
        assertThat(renewed.next()).isInstanceOf(KeyDecision.Change.class);
        assertRests(renewed.remote(disabled(1), "g1"), Verdict.READY, Reason.PROVISIONED);
        Instant lately = NOW.minus(TERMS.rotation().overlapMin().dividedBy(4));
        assertThat(retired(lately).next()).isInstanceOf(KeyDecision.Change.class);
    }

    @Test
    void overlapThatPassedWhileNobodyRestartedAnybodyIsExtendedOnce() {
        Situation missed = Claims.rollingOut(Shop.running(null, NOW.minus(Duration.ofDays(5)), "a"), NOW);
        KeyDecision.Remember extended = Claims.remembered(missed);
        Instant until = NOW.plus(TERMS.rotation().overlapMin());
        assertThat(extended.record().previous().getFirst().retireAfter()).isEqualTo(until);
        Situation later = missed.record(extended.record());
        assertThat(later.next()).isInstanceOf(KeyDecision.Restart.class);
        assertThat(KeyProtocol.decide(later.look(), until))
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.reason()).isEqualTo(Reason.DRAINING));
        Instant longest = NOW.plus(Duration.ofDays(4));
        Situation extendedBefore = missed.record(missed.look()
                .record()
                .with(
                        hash(1),
                        old -> old.dueAt(
                                old.supersededAt().plus(Duration.ofDays(3)).plusMillis(1))));
        assertThat(KeyProtocol.decide(extendedBefore.look(), longest))
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.reason()).isEqualTo(Reason.OVERLAP_ENDED));
    }

    @Test
    void keyThatIsGoneIsForgotten() {
        assertRemembers(
                replaced(NOW).gone(1),
                new KeyRecord(
                        "main",
                        2,
                        null,
                        current(2).rolledOut(NOW),
                        List.of(),
                        PROOF,
                        false,
                        KeyWishes.Requests.none()));
    }

    @Test
    void earlierKeyStaysDuringItsOverlap() {
        assertRests(replaced(NOW.plusMillis(1)), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void usedUpRationParksRetirementAndTidying() {
        assertRests(replaced(NOW).named(key(9)).rationed(), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void usedUpRationDoesNotParkHealing() {
        assertIntends(replaced(NOW).secret(new SecretState.Absent()).rationed(), 3);
    }

    @Test
    void orphanGoesOnlyWhenOlderThanAQuarterOfAnHour() {
        Instant edge = NOW.minus(OrphanProof.UNUSED_AGE);
        assertRests(atRest().named(orphan(9, edge)), Verdict.READY, Reason.PROVISIONED);
        assertThat(deleted(atRest().named(orphan(9, edge.minusMillis(1))).next()))
                .isEqualTo(hash(9));
    }

    @Test
    void orphanThatWasUsedGetsTheOverlap() {
        Instant made = NOW.minus(Duration.ofDays(30));
        assertRests(atRest().named(used(9, made, NOW.minus(Duration.ofDays(3)))), Verdict.READY, Reason.PROVISIONED);
        assertThat(deleted(atRest().named(
                                used(9, made, NOW.minus(Duration.ofDays(3)).minusMillis(1)))
                        .next()))
                .isEqualTo(hash(9));
    }

    @Test
    void keyOfTheRecordTheSecretOrAnotherServiceIsNoOrphan() {
        RemoteKey othersWithOurShortUid =
                key(9, "k8s/c1/shop/cart/0a1b2c3d-1-aaaaaa", false, LIMIT, "w1", Instant.EPOCH);
        assertRests(atRest().named(key(1), othersWithOurShortUid), Verdict.READY, Reason.PROVISIONED);
        assertRests(empty().secret(ours(1)).named(key(1)).refused(), Verdict.STALLED, Reason.NO_POLICY);
    }

    private static Situation retired(Instant at) {
        Situation situation = replaced(at);
        return situation.record(situation.look().record().with(hash(1), old -> old.retired(at)));
    }

    private static RemoteKey orphan(int serial, Instant createdAt) {
        return key(serial, name(serial), false, SpendLimit.nothing(LIMIT.reset()), "w1", createdAt);
    }

    @Test
    void keyThatWasUsedIsNoLostCreationWhateverARestoredStatusSays() {
        RemoteKey used = used(1, NOW.minusSeconds(60), NOW);
        assertIntends(
                pending()
                        .holding(new InFlight.Searched(nonce(1), List.of(used)))
                        .named(used),
                2);
    }

    private static RemoteKey used(int serial, Instant createdAt, Instant lastUsedAt) {
        return RemoteKeys.used(orphan(serial, createdAt), null, BigDecimal.ONE, lastUsedAt);
    }
}
