package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day goes by: first it is today, then nobody has it, then it is one of the completed ones. */
class TodayWatchTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Instant EVENING = Instant.parse("2026-11-27T23:30:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-28T00:30:00Z");
    private static final Instant TURN = Instant.parse("2026-11-28T02:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final OneKeyAccount account = new OneKeyAccount(EVENING);
    private final FakeAnalytics analytics = account.analytics();
    private final TodayWatch watch = watch(Duration.ofHours(1));

    @BeforeEach
    void anUnknownProviderServesOnFriday() {
        account.soFar(FRIDAY, 4);
    }

    @Test
    void nobodyLooksWhereNobodyWantsIt() {
        assertThat(watch(null).look(account.observed(), RememberedKeys.none(), EVENING))
                .isFalse();
        assertThat(analytics.asked).isEmpty();
    }

    @Test
    void looksOncePerInterval() {
        assertThat(look(EVENING)).isTrue();
        assertThat(look(EVENING.plusSeconds(3599))).isFalse();
        assertThat(look(EVENING.plusSeconds(3600))).isTrue();
    }

    @Test
    void midnightIsNoTimeForAQuestion() {
        assertThat(look(Instant.parse("2026-11-28T00:00:00.9Z"))).isFalse();
        assertThat(look(Instant.parse("2026-11-28T00:00:01Z"))).isTrue();
    }

    @Test
    void dayIsCountedOnceFromItsFirstLookUntilItIsSettled() {
        UsageTally settledBefore = completedDays(EVENING).tally();
        look(EVENING);
        UsageFinding first = onlyFinding(settledBefore);
        assertThat(first.settled()).isFalse();

        look(NIGHT);
        assertThat(onlyFinding(settledBefore)).isEqualTo(first);

        AccountPass.Result early = completedDays(NIGHT);
        watch.settled(FRIDAY, early.showsYesterday());
        assertThat(onlyFinding(early.tally())).isEqualTo(first);

        account.completed(FRIDAY, 6);
        AccountPass.Result atTurn = completedDays(TURN);
        watch.settled(FRIDAY, atTurn.showsYesterday());
        UsageFinding last = onlyFinding(atTurn.tally());
        assertThat(last.settled()).isTrue();
        assertThat(last.requests()).isEqualTo(6);
        assertThat(last.identity()).isEqualTo(first.identity());
    }

    @Test
    void dayThatCompletedDaysNeverShowEndsWithTheNextOne() {
        look(EVENING);

        watch.settled(FRIDAY, false);
        assertThat(watch.known()).hasSize(1);
        watch.settled(FRIDAY.plusDays(1), false);

        assertThat(watch.known()).isEmpty();
    }

    @Test
    void troubleIsAnIncompleteDayThatIsTriedAgainSoon() {
        analytics.failing = true;

        assertThat(look(EVENING)).isTrue();
        assertThat(look(EVENING.plusSeconds(1))).isFalse();
        assertThat(found())
                .anySatisfy(tally -> assertThat(tally.summary().today()).isEqualTo(TodayReading.INCOMPLETE));
        assertThat(registry.get("openrouter.usage.pass.failures").counter().count())
                .isEqualTo(1);

        analytics.failing = false;
        assertThat(look(EVENING.plusSeconds(60))).isTrue();
    }

    @Test
    void troubleKeepsWhatTheDayIsKnownFor() {
        look(EVENING.minusSeconds(3600));
        analytics.failing = true;

        assertThat(look(EVENING)).isTrue();

        assertThat(onlyFinding(completedDays(EVENING).tally()).requests()).isEqualTo(4);
    }

    private boolean look(Instant now) {
        return watch.look(account.observed(), RememberedKeys.none(), now);
    }

    private List<UsageTally> found() {
        return watch.found(account.observed(), RememberedKeys.none());
    }

    private UsageFinding onlyFinding(UsageTally settled) {
        List<UsageFinding> all = settled.with(found()).findings().values().stream()
                .flatMap(found -> found.listed().stream())
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private AccountPass.Result completedDays(Instant now) {
        return new AccountPass(account.observed(), new UsagePeriod(now, 7), (_, _) -> PolicyHistory.none())
                .run(RememberedKeys.none());
    }

    private TodayWatch watch(@Nullable Duration interval) {
        return new TodayWatch(
                "production",
                interval,
                new PassSchedule(Duration.ofDays(1)),
                (_, _) -> PolicyHistory.none(),
                new UsageMeters(registry));
    }
}
