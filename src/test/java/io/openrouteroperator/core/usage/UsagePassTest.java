package io.openrouteroperator.core.usage;

import static io.openrouteroperator.core.usage.UsageScenario.CHECKOUT;
import static io.openrouteroperator.core.usage.UsageScenario.WEEK;
import static io.openrouteroperator.core.usage.UsageScenario.YESTERDAY;
import static io.openrouteroperator.core.usage.UsageScenario.good;
import static io.openrouteroperator.core.usage.UsageScenario.hash;
import static io.openrouteroperator.core.usage.UsageScenario.history;
import static io.openrouteroperator.core.usage.UsageScenario.judge;
import static io.openrouteroperator.core.usage.UsageScenario.key;
import static io.openrouteroperator.core.usage.UsageScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.ConditionValue.Status;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsagePassTest {
    private static final PassSchedule DAILY = new PassSchedule(Duration.ofDays(1));

    @Test
    void keysExplainTheAccountUntilNothingIsLeft() {
        Unexplained rest = new Unexplained(List.of(good(), good()));

        rest.explain(List.of(good()));
        assertThat(rest.requests(WEEK)).isEqualTo(5);
        rest.explain(List.of(good()));

        assertThat(rest.isEmpty()).isTrue();
    }

    @Test
    void rowThatArrivedInBetweenExplainsNoMoreThanThereWas() {
        Unexplained rest = new Unexplained(List.of(good(), row("Chutes", "openai/gpt-5", "openai/gpt-5-2025")));

        rest.explain(List.of(row(YESTERDAY, "OpenAI", "openai/gpt-5", "openai/gpt-5-2025", 700)));

        assertThat(rest.requests(WEEK)).isEqualTo(5);
    }

    @Test
    void summaryCountsFindingsAndNamesUnmanagedCallers() {
        UsageTally tally = new UsageTally(WEEK);
        tally.add(judge(history(), good(), row("Chutes", "openai/gpt-5", "openai/gpt-5-2025")));
        UnmanagedCaller.of(key(null, null, null), List.of(good()), WEEK).ifPresent(tally::add);

        UsageSummary summary = tally.summary();

        assertThat(summary.through()).isEqualTo(YESTERDAY);
        assertThat(summary.findings())
                .isEqualTo(Map.of(new FindingPlace("corporate", UsageRule.PROVIDER_NOT_ALLOWED, "shop"), 1));
        assertThat(summary.served())
                .containsEntry(new Served("corporate", "confidential", "openai", UsageVerdict.ALLOWED), 5L)
                .containsEntry(new Served("corporate", "confidential", "chutes", UsageVerdict.OUTSIDE), 5L);
        assertThat(UsageConditions.ofPolicy("corporate", summary))
                .satisfies(condition -> assertThat(condition.status()).isEqualTo(Status.FALSE))
                .satisfies(condition ->
                        assertThat(condition.message()).contains("usage-provider-not-allowed (1)", "in shop"));
        assertThat(UsageConditions.ofPolicy("another", summary).status()).isEqualTo(Status.TRUE);
        assertThat(UsageConditions.ofAccount(summary).orElseThrow().message())
                .contains("1 keys without an OpenRouterKey", "k8s/prod/shop/checkout");
    }

    @Test
    void warningsLeaveTheConditionTrue() {
        UsageTally tally = new UsageTally(WEEK);
        tally.add(judge(history(), row("OpenAI", "openai/gpt-old", "openai/gpt-old")));

        UsageSummary summary = tally.summary();

        assertThat(UsageConditions.ofPolicy("corporate", summary).status()).isEqualTo(Status.TRUE);
        assertThat(UsageConditions.ofPolicy("corporate", summary).message()).contains("1 warnings");
        assertThat(UsageConditions.ofAccount(summary)).isEmpty();
    }

    @Test
    void requestsThatNoKeyExplainsAreToldOfTheAccount() {
        UsageTally tally = new UsageTally(WEEK);
        tally.addUnexplained(5);
        UsageSummary summary = tally.summary();

        assertThat(UsageConditions.ofAccount(summary).orElseThrow().message()).contains("keys that are not listed");
    }

    @Test
    void unmanagedKeyThatCalledLongAgoIsNoCaller() {
        var old = row(YESTERDAY.minusDays(7), "OpenAI", "openai/gpt-5", "openai/gpt-5-2025", 5);

        assertThat(UnmanagedCaller.of(key(null, null, null), List.of(old), WEEK))
                .isEmpty();
    }

    @Test
    void remembersOwnersOfKeysThatWentAsLongAsTheirRowsAreShown() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        RememberedKeys gone =
                RememberedKeys.none().after(Map.of(hash("a"), CHECKOUT), Map.of(hash("b"), CHECKOUT), today);

        assertThat(gone.owners().keySet()).containsExactly(hash("a"));
        assertThat(gone.after(Map.of(), Map.of(), today.plusDays(31))).isEqualTo(gone);
        assertThat(gone.after(Map.of(), Map.of(), today.plusDays(32)).owners()).isEmpty();
        assertThat(gone.after(Map.of(), Map.of(hash("a"), CHECKOUT), today).owners())
                .isEmpty();
    }

    @Test
    void remembersTheLatestOfVeryManyKeys() {
        Map<KeyHash, KeyOwner> many = new HashMap<>();
        for (int i = 0; i < RememberedKeys.MOST; i++) {
            many.put(hash("early-" + i), CHECKOUT);
        }
        LocalDate today = LocalDate.of(2026, 11, 28);
        RememberedKeys full = RememberedKeys.none().after(many, Map.of(), today.minusDays(1));

        RememberedKeys more = full.after(Map.of(hash("late"), CHECKOUT), Map.of(), today);

        assertThat(more.owners()).hasSize(RememberedKeys.MOST).containsKey(hash("late"));
    }

    @Test
    void readsEachDayOnceInTheSecondHourOfTheNext() {
        LocalDate day = LocalDate.of(2026, 11, 27);

        assertThat(DAILY.isDue("a", null, null, Instant.parse("2026-11-28T00:00:01Z")))
                .isTrue();
        assertThat(DAILY.isDue("a", day, null, Instant.parse("2026-11-28T23:59:59Z")))
                .isFalse();
        assertThat(DAILY.isDue("a", day, null, Instant.parse("2026-11-29T00:59:59Z")))
                .isFalse();
        assertThat(DAILY.isDue("a", day, null, Instant.parse("2026-11-29T02:00:00Z")))
                .isTrue();
    }

    @Test
    void shortIntervalReadsMoreOften() {
        PassSchedule hourly = new PassSchedule(Duration.ofHours(1));
        LocalDate day = LocalDate.of(2026, 11, 27);
        Instant last = Instant.parse("2026-11-28T10:00:00Z");

        assertThat(hourly.isDue("a", day, last, last.plus(Duration.ofMinutes(59))))
                .isFalse();
        assertThat(hourly.isDue("a", day, last, last.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void waitsLongerWithEachFailureAndAsLongAsAsked() {
        Failure down = new Failure.ServerError(500, "down");

        assertThat(DAILY.pause(down, 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(DAILY.pause(down, 3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(DAILY.pause(down, 50)).isEqualTo(Duration.ofHours(1));
        assertThat(DAILY.pause(new Failure.RateLimited("wait", Duration.ofHours(3)), 1))
                .isEqualTo(Duration.ofHours(3));
        assertThat(DAILY.pause(new Failure.Unauthorized("no"), 1)).isEqualTo(Duration.ofMinutes(1));
    }
}
