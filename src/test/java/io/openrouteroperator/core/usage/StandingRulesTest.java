package io.openrouteroperator.core.usage;

import static io.openrouteroperator.core.usage.UsageScenario.CATALOGUE;
import static io.openrouteroperator.core.usage.UsageScenario.NOW;
import static io.openrouteroperator.core.usage.UsageScenario.YESTERDAY;
import static io.openrouteroperator.core.usage.UsageScenario.good;
import static io.openrouteroperator.core.usage.UsageScenario.history;
import static io.openrouteroperator.core.usage.UsageScenario.judge;
import static io.openrouteroperator.core.usage.UsageScenario.key;
import static io.openrouteroperator.core.usage.UsageScenario.row;
import static io.openrouteroperator.core.usage.UsageScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingRulesTest {
    @Test
    void warnsOfModelThatIsInUseAndGoesAway() {
        UsageFinding finding = only(judge(history(), row("OpenAI", "openai/gpt-old", "openai/gpt-old")));

        assertThat(finding.rule()).isEqualTo(UsageRule.MODEL_EXPIRES);
        assertThat(finding.message()).contains("'openai/gpt-old'", "2026-12-05");
    }

    @Test
    void warnsOfProviderThatMovedSinceItsApproval() {
        Catalogue moved = UsageScenario.catalogue(new Provider("openai", "OpenAI", "KY", List.of("SG", "US")));

        UsageFinding finding = only(judge(moved, history(), service(), good()));

        assertThat(finding.rule()).isEqualTo(UsageRule.PROVIDER_CHANGED);
        assertThat(finding.message())
                .contains("2026-11-01", "headquarters moved from US to KY", "were in US and are in SG US");
    }

    @Test
    void warnsOfProviderThatLostZeroDataRetention() {
        Catalogue keeping = Catalogue.withoutEndpoints(CATALOGUE.providers(), CATALOGUE.models(), List.of());

        UsageFinding finding = only(judge(keeping, history(), service(), good()));

        assertThat(finding.message()).contains("no endpoint without data retention any more");
    }

    @Test
    void changeOfProviderThatDoesNotServeIsNoMatter() {
        Catalogue moved = UsageScenario.catalogue(
                new Provider("openai", "OpenAI", "US", List.of("US")),
                new Provider("google-vertex", "Google", "SG", List.of("SG")));

        assertThat(judge(moved, history(), service(), good()).findings()).isEmpty();
    }

    @Test
    void warnsOfKeyThatNobodyUses() {
        ActivityRow old = row(YESTERDAY.minusDays(14), "OpenAI", "openai/gpt-5", "openai/gpt-5-2025", 5);

        assertThat(only(judge(history(), old)).rule()).isEqualTo(UsageRule.KEY_UNUSED);
    }

    @Test
    void keyWithAnyCallIsInUse() {
        RemoteKey usedToday = key(null, null, NOW.minus(Duration.ofHours(1)));

        assertThat(judge(CATALOGUE, history(), service(usedToday)).findings()).isEmpty();
        assertThat(judge(history(), row(YESTERDAY.minusDays(13), "OpenAI", "openai/gpt-5", "openai/gpt-5-2025", 1))
                        .findings())
                .isEmpty();
    }

    @Test
    void warnsOfLimitThatIsSpentBeforeItStartsAfresh() {
        // 0.50 USD a day over seven days; a month that ends on the first of December starts afresh in three days.
        RemoteKey key = key(new SpendLimit(BigDecimal.valueOf(50), ResetInterval.MONTHLY), "1.00", NOW);

        UsageFinding finding = only(judge(CATALOGUE, history(), service(key), week()));

        assertThat(finding.rule()).isEqualTo(UsageRule.LIMIT_SPENT_EARLY);
        assertThat(finding.message())
                .contains("0.50 USD a day", "limit of 50 USD", "2026-11-30", "afresh on 2026-12-01");
    }

    @Test
    void theDaysBeforeAServiceDoNotSlowItDown() {
        RemoteKey key = key(new SpendLimit(BigDecimal.valueOf(50), ResetInterval.NEVER), "3.40", NOW);
        ServiceKeys young = new ServiceKeys(
                UsageScenario.CHECKOUT, Instant.parse("2026-11-26T23:00:00Z"), List.of(key.hash()), List.of(key));
        ServiceKeys newborn = new ServiceKeys(UsageScenario.CHECKOUT, NOW, List.of(key.hash()), List.of(key));

        assertThat(only(judge(CATALOGUE, history(), young, good())).message())
                .contains("of the last 2 days (0.25 USD a day)", "2026-12-11");
        assertThat(only(judge(CATALOGUE, history(), newborn, good())).message())
                .contains("of the last day (0.50 USD a day)", "2026-12-04");
    }

    @Test
    void limitThatLastsUntilItsResetIsNoMatter() {
        RemoteKey monthly = key(new SpendLimit(BigDecimal.valueOf(50), ResetInterval.MONTHLY), "1.50", NOW);
        RemoteKey daily = key(new SpendLimit(BigDecimal.ONE, ResetInterval.DAILY), "0.10", NOW);
        RemoteKey total = key(new SpendLimit(BigDecimal.valueOf(50), ResetInterval.NEVER), "7.00", NOW);

        assertThat(judge(CATALOGUE, history(), service(monthly), week()).findings())
                .isEmpty();
        assertThat(judge(CATALOGUE, history(), service(daily), week()).findings())
                .isEmpty();
        assertThat(judge(CATALOGUE, history(), service(total), week()).findings())
                .isEmpty();
    }

    @Test
    void totalThatIsSpentWithinTwoWeeksIsToldWithoutAReset() {
        RemoteKey total = key(new SpendLimit(BigDecimal.valueOf(50), ResetInterval.NEVER), "6.90", NOW);

        UsageFinding finding = only(judge(CATALOGUE, history(), service(total), week()));

        assertThat(finding.message()).contains("2026-12-11").doesNotContain("afresh");
    }

    private static ActivityRow[] week() {
        ActivityRow[] rows = new ActivityRow[7];
        for (int day = 0; day < 7; day++) {
            rows[day] = row(YESTERDAY.minusDays(day), "OpenAI", "openai/gpt-5", "openai/gpt-5-2025", 1);
        }
        return rows;
    }

    private static UsageFinding only(ServiceJudgement judgement) {
        assertThat(judgement.findings()).hasSize(1);
        return judgement.findings().getFirst();
    }
}
