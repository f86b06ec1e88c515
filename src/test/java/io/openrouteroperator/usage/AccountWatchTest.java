package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.clock.SteppedClock;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.UsageBoard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator that looks at today is followed by another one, which knows what it knew and tells nothing twice. */
class AccountWatchTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Instant AFTERNOON = Instant.parse("2026-11-27T15:00:00Z");
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final String TODAY_TOO =
            "served outside of the policy in the last 7 days and today so far: usage-provider-unknown (2); in shop";
    private static final String COMPLETED =
            "served outside of the policy in the last 7 days: usage-provider-unknown (1); in shop";

    private final SteppedClock clock = new SteppedClock(AFTERNOON);
    private final OneKeyAccount account = new OneKeyAccount(AFTERNOON);
    private final SmallCluster cluster = new SmallCluster();
    private UsageBoard board = new UsageBoard(true);
    private AccountWatch watch = start(HOURLY);

    AccountWatchTest() throws IOException {}

    @BeforeEach
    void somethingWasServedYesterdayAndToday() {
        account.completed(FRIDAY.minusDays(1), 2);
        account.soFar(FRIDAY, 4);
        watch.look(account.observed());
        assertThat(told()).isEqualTo(TODAY_TOO);
        assertThat(cluster.events()).hasSize(2);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void restartWritesNothing() {
        List<String> before = cluster.writes();
        account.analytics().asked.clear();

        after(Duration.ofHours(3));
        watch = start(HOURLY);
        watch.look(account.observed());
        watch.look(account.observed());

        assertThat(told()).isEqualTo(TODAY_TOO);
        assertThat(cluster.writes()).isEqualTo(before);
        assertThat(account.analytics().asked).containsExactly("names");
    }

    @Test
    void whatIsKnownOfTodayOutlivesARestartWhileAnalyticsFails() {
        account.analytics().failing = true;

        after(Duration.ofHours(3));
        watch = start(HOURLY);
        watch.look(account.observed());

        assertThat(told()).contains("and the part of today that could be read: usage-provider-unknown (2)");
        List<String> before = cluster.writes();
        after(Duration.ofHours(3));
        watch = start(HOURLY);
        watch.look(account.observed());
        assertThat(cluster.writes()).isEqualTo(before);

        account.analytics().failing = false;
        after(HOURLY);
        watch.look(account.observed());
        assertThat(told()).isEqualTo(TODAY_TOO);
        assertThat(cluster.events()).hasSize(2);
    }

    @Test
    void nothingIsToldOfTodayOnceNobodyLooksAnyMore() {
        watch = start(null);
        watch.look(account.observed());
        assertThat(told()).isEqualTo(COMPLETED);

        List<String> before = cluster.writes();
        watch = start(null);
        watch.look(account.observed());
        assertThat(cluster.writes()).isEqualTo(before);
    }

    @Test
    void restartAfterMidnightTellsNothingUntilTheDaySettles() {
        List<String> before = cluster.writes();
        after(Duration.ofMinutes(9 * 60 + 30));
        watch = start(HOURLY);
        watch.look(account.observed());
        assertThat(told()).isEqualTo(TODAY_TOO);
        assertThat(cluster.writes()).isEqualTo(before);

        after(Duration.ofMinutes(90));
        watch.look(account.observed());
        assertThat(told()).as("the day is over and not shown yet").isEqualTo(TODAY_TOO);

        account.completed(FRIDAY, 6);
        after(Duration.ofDays(1));
        watch.look(account.observed());
        assertThat(told()).isEqualTo(TODAY_TOO);
        assertThat(board.all().values())
                .flatExtracting(summary -> summary.served().values())
                .containsExactly(8L);
        assertThat(cluster.events()).hasSize(2);
    }

    private void after(Duration time) {
        clock.step(time);
    }

    private String told() {
        return board.ofPolicy("corporate", OneKeyAccount.NAME)
                .map(ConditionValue::message)
                .orElse("");
    }

    private AccountWatch start(@Nullable Duration today) {
        board = new UsageBoard(true);
        return new AccountWatch(
                new UsageTools(
                        new HistoryStore(cluster.client(), "operator"),
                        new StateStore(cluster.client(), "operator"),
                        new UsageReports(cluster.client()),
                        board,
                        new UsageMeters(new SimpleMeterRegistry()),
                        new EventRecorder(cluster.client(), "operator", clock),
                        new PassSchedule(Duration.ofDays(1)),
                        today,
                        7,
                        clock),
                OneKeyAccount.NAME);
    }
}
