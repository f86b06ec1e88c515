package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.assertRests;
import static io.openrouteroperator.core.rotation.Claims.remembered;
import static io.openrouteroperator.core.rotation.Claims.rollingOut;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.spent;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The proof that nobody uses an earlier key. Serial 2 took the place of serial 1 two hours ago, and an hour ago it was rolled out. */
class DrainTest {
    private static final Instant SUPERSEDED = NOW.minus(Duration.ofHours(2));
    private static final Instant ROLLED_OUT = NOW.minus(Duration.ofHours(1));
    private static final Instant MARKED = NOW.minus(Duration.ofMinutes(30));
    private static final UsageMark ONE_DOLLAR = new UsageMark(BigDecimal.ONE, MARKED);

    @Test
    void nothingIsMarkedBeforeTheRolloutIsDone() {
        Situation waiting = rollingOut(Shop.running(hash(2), NOW.minus(Duration.ofDays(2)), "a"));
        assertRests(waiting.polled(spent(1, "1", null), NOW), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void onlyAPollThatBeganAfterTheRolloutIsMarked() {
        assertRests(draining(null).polled(spent(1, "1", null), ROLLED_OUT), Verdict.READY, Reason.PROVISIONED);
        KeyDecision.Remember marked = remembered(draining(null).polled(spent(1, "1", null), ROLLED_OUT.plusMillis(1)));
        assertThat(marked.reason()).isEqualTo(Reason.DRAINING);
        assertThat(marked.record().previous())
                .extracting(Previous::mark)
                .containsExactly(new UsageMark(BigDecimal.ONE, ROLLED_OUT.plusMillis(1)));
    }

    @Test
    void onePollProvesNothing() {
        assertRests(draining(ONE_DOLLAR).polled(spent(1, "1", null), MARKED), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void laterPollWithoutGrowthProvesThatNobodyUsesTheKey() {
        KeyDecision.Remember retired =
                remembered(draining(ONE_DOLLAR).polled(spent(1, "1", MARKED), MARKED.plusMillis(1)));
        assertThat(retired.reason()).isEqualTo(Reason.OLD_KEY_UNUSED);
        assertThat(retired.record().previous()).extracting(Previous::retiredAt).containsExactly(NOW);
    }

    @Test
    void growthRenewsTheMark() {
        KeyDecision.Remember renewed = remembered(draining(ONE_DOLLAR).polled(spent(1, "1.01", null), NOW));
        assertThat(renewed.reason()).isEqualTo(Reason.DRAINING);
        assertThat(renewed.record().previous())
                .extracting(Previous::mark)
                .containsExactly(new UsageMark(new BigDecimal("1.01"), NOW));
    }

    @Test
    void callsThatCostNothingRenewTheMarkToo() {
        KeyDecision.Remember renewed =
                remembered(draining(ONE_DOLLAR).polled(spent(1, "1", MARKED.plusMillis(1)), NOW));
        assertThat(renewed.record().previous())
                .extracting(Previous::mark)
                .containsExactly(new UsageMark(BigDecimal.ONE, NOW));
    }

    @Test
    void noKeyIsRetiredBeforeItsShortestOverlapHasPassed() {
        Instant superseded = NOW.minus(TERMS.rotation().overlapMin());
        assertRests(
                draining(superseded.plusMillis(1), ONE_DOLLAR).polled(spent(1, "1", null), NOW),
                Verdict.READY,
                Reason.PROVISIONED);
        assertThat(remembered(draining(superseded, ONE_DOLLAR).polled(spent(1, "1", null), NOW))
                        .reason())
                .isEqualTo(Reason.OLD_KEY_UNUSED);
    }

    @Test
    void unusedKeyWaitsForTheDaysKeyChanges() {
        assertRests(
                draining(ONE_DOLLAR).polled(spent(1, "1", null), NOW).rationed(), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void restoredKeyIsNotDrained() {
        Situation unused = draining(ONE_DOLLAR).polled(spent(1, "1", null), NOW);
        KeyRecord restored = unused.look().record().with(hash(1), old -> old.restoredUntil(NOW.plusSeconds(60)));
        assertRests(unused.record(restored), Verdict.READY, Reason.PROVISIONED);
    }

    @Test
    void keyThatSomebodyPutBackIntoTheSecretBeginsAnew() {
        Situation back = draining(ONE_DOLLAR).polled(spent(1, "1", null), NOW).secret(ours(1));
        KeyDecision.Remember kept = remembered(back);
        assertThat(kept.record().previous())
                .containsExactly(new Previous(1, hash(1), NOW, NOW.plus(TERMS.overlap()), null, null, false));
    }

    @Test
    void whoeverHoldsTheKeyAtTheEndOfTheLongestOverlapIsNamed() {
        Instant old = NOW.minus(Duration.ofDays(2));
        KeyDecision.Remember two = remembered(overdue("b", "a"));
        assertThat(two.reason()).isEqualTo(Reason.OVERLAP_ENDED);
        assertThat(two.message()).isEqualTo("the overlap of key serial 1 has ended although pods hold it: a, b");
        assertThat(remembered(overdue("f", "e", "d", "c", "b", "a")).message()).endsWith("a, b, c, d, e and others");
        assertThat(remembered(rollingOut(Shop.running(hash(2), old), NOW)).message())
                .isEqualTo("the overlap of key serial 1 has ended");
    }

    @Test
    void keyThatOpenRouterDoesNotShowIsNeitherMarkedNorRetired() {
        Situation unseen = Situation.empty()
                .record(draining(ONE_DOLLAR).look().record())
                .secret(ours(2))
                .remote(2);
        assertRests(unseen, Verdict.READY, Reason.PROVISIONED);
    }

    private static Situation overdue(String... pods) {
        return rollingOut(Shop.running(hash(2), NOW.minus(Duration.ofDays(2)), pods), NOW);
    }

    private static Situation draining(@Nullable UsageMark mark) {
        return draining(SUPERSEDED, mark);
    }

    private static Situation draining(Instant superseded, @Nullable UsageMark mark) {
        Current made = Serial.current(2);
        Current second = new Current(
                2, made.hash(), made.label(), made.createdAt(), made.expiresAt(), superseded, null, null, null);
        KeyRecord record = Serial.published(1)
                .publishing(second, PROOF, superseded.plus(TERMS.overlap()))
                .rolledOut(ROLLED_OUT)
                .with(hash(1), old -> mark == null ? old : old.marked(mark));
        return Situation.empty().record(record).secret(ours(2)).remote(2);
    }
}
