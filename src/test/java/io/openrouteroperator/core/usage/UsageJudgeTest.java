package io.openrouteroperator.core.usage;

import static io.openrouteroperator.core.usage.UsageScenario.YESTERDAY;
import static io.openrouteroperator.core.usage.UsageScenario.good;
import static io.openrouteroperator.core.usage.UsageScenario.history;
import static io.openrouteroperator.core.usage.UsageScenario.judge;
import static io.openrouteroperator.core.usage.UsageScenario.revision;
import static io.openrouteroperator.core.usage.UsageScenario.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageJudgeTest {
    @Test
    void findsNothingWhereEverythingWasAllowed() {
        ServiceJudgement judgement = judge(history(), good(), row("google", "openai/gpt-5", "openai/gpt-5-2025"));

        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void findsProviderThatTheClassDidNotAllow() {
        ServiceJudgement judgement = judge(history(), row("Chutes", "openai/gpt-5", "openai/gpt-5-2025"));

        UsageFinding finding = only(judgement);
        assertThat(finding.rule()).isEqualTo(UsageRule.PROVIDER_NOT_ALLOWED);
        assertThat(finding.day()).isEqualTo(YESTERDAY);
        assertThat(finding.provider()).isEqualTo("chutes");
        assertThat(finding.model()).isEqualTo("openai/gpt-5-2025");
        assertThat(finding.requests()).isEqualTo(5);
        assertThat(finding.usd()).isEqualByComparingTo("0.50");
        assertThat(finding.message())
                .contains("2026-11-27", "'chutes'", "5 requests, 0.50 USD", "class 'confidential'", "revision ");
        assertThat(judgement.served())
                .isEqualTo(Map.of(new Served("corporate", "confidential", "chutes", UsageVerdict.OUTSIDE), 5L));
    }

    @Test
    void findsModelThatTheClassDidNotAllow() {
        UsageFinding finding = only(judge(history(), row("OpenAI", "mistralai/small", "mistralai/small-2506")));

        assertThat(finding.rule()).isEqualTo(UsageRule.MODEL_NOT_ALLOWED);
        assertThat(finding.message()).contains("'mistralai/small-2506'");
    }

    @Test
    void findsFreeVariantEvenWhereThePaidModelIsAllowed() {
        UsageFinding finding = only(judge(history(), row("OpenAI", "openai/gpt-5:free", "openai/gpt-5-2025")));

        assertThat(finding.rule()).isEqualTo(UsageRule.FREE_MODEL_NOT_ALLOWED);
        assertThat(finding.message()).contains("free variants");
    }

    @Test
    void takesRoutingVariantForItsModel() {
        assertThat(judge(history(), row("OpenAI", "openai/gpt-5:nitro", "openai/gpt-5-2025"))
                        .findings())
                .isEmpty();
    }

    @Test
    void unknownProviderNameIsAFindingAndNeverAPass() {
        ServiceJudgement judgement = judge(history(), row("Nobody Heard Of", "openai/gpt-5", "openai/gpt-5-2025"));

        assertThat(only(judgement).rule()).isEqualTo(UsageRule.PROVIDER_UNKNOWN);
        assertThat(judgement.served())
                .isEqualTo(Map.of(new Served("corporate", "confidential", "unknown", UsageVerdict.OUTSIDE), 5L));
    }

    @Test
    void nameThatTwoProvidersShareIsAllowedOnlyWhereBothAre() {
        var catalogue = UsageScenario.catalogue(
                new Provider("google-vertex", "Google", "US", List.of("US", "DE")),
                new Provider("google-ai-studio", "Google", "US", List.of("US")));

        ServiceJudgement judgement = judge(
                catalogue, history(), UsageScenario.service(), row("Google", "openai/gpt-5", "openai/gpt-5-2025"));

        assertThat(only(judgement).provider()).isEqualTo("google-ai-studio");
    }

    @Test
    void judgesEachDayByWhatWasAllowedThen() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision("2026-11-01T00:00:00Z", "openai", "chutes"))
                .with(revision("2026-11-27T00:00:00Z", "openai"));

        ServiceJudgement judgement = judge(
                history,
                row(YESTERDAY, "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 1),
                row(YESTERDAY.minusDays(1), "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 2));

        assertThat(only(judgement).day()).isEqualTo(YESTERDAY);
    }

    @Test
    void dayWithSeveralRevisionsAllowsWhatAnyOfThemDidAndSaysSo() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision("2026-11-01T00:00:00Z", "openai", "chutes"))
                .with(revision("2026-11-27T16:00:00Z", "openai"));

        ServiceJudgement judgement = judge(
                history,
                row("Chutes", "openai/gpt-5", "openai/gpt-5-2025"),
                row("Google", "openai/gpt-5", "openai/gpt-5-2025"));

        assertThat(only(judgement).provider()).isEqualTo("google-vertex");
        assertThat(only(judgement).message()).contains("the 2 revisions of that day together");
    }

    @Test
    void dayWithoutKnownRevisionIsNeitherAllowedNorAFinding() {
        PolicyHistory history = PolicyHistory.none().with(revision("2026-11-28T01:00:00Z", "openai"));

        ServiceJudgement judgement = judge(history, row("Chutes", "openai/gpt-5", "openai/gpt-5-2025"));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.served())
                .isEqualTo(Map.of(new Served("corporate", "confidential", "chutes", UsageVerdict.UNJUDGED), 5L));
    }

    @Test
    void classThatLeavesNothingAllowsNothing() {
        PolicyHistory history =
                PolicyHistory.none().with(AllowedRevision.nothing(Instant.parse("2026-11-20T00:00:00Z")));

        assertThat(judge(history, good()).findings())
                .extracting(UsageFinding::rule)
                .containsExactly(UsageRule.PROVIDER_NOT_ALLOWED, UsageRule.MODEL_NOT_ALLOWED);
    }

    @Test
    void sumsEndpointsOfOneProviderIntoOneFinding() {
        UsageFinding finding = only(judge(
                history(),
                row(YESTERDAY, "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 2),
                row(YESTERDAY, "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 3)));

        assertThat(finding.requests()).isEqualTo(5);
    }

    @Test
    void leavesTodayAndDaysBeforeThePeriodOut() {
        ServiceJudgement judgement = judge(
                history(),
                good(),
                row(YESTERDAY.plusDays(1), "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 1),
                row(YESTERDAY.minusDays(7), "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 1));

        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void rowThatArrivesLateIsCountedOnceInTheNextPass() {
        var early = row(YESTERDAY, "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 2);
        var settled = row(YESTERDAY, "Chutes", "openai/gpt-5", "openai/gpt-5-2025", 9);

        assertThat(only(judge(history(), early)).requests()).isEqualTo(2);
        assertThat(only(judge(history(), settled)).requests()).isEqualTo(9);
    }

    @Test
    void namesOfOthersStayOnOneShortLineAndShowNoKey() {
        String hostile =
                "Evil\u001b[31m\u202e\n<script>alert(1)</script> sk-or-v1-" + "a".repeat(64) + "x".repeat(5000);

        UsageFinding finding = only(judge(history(), row(hostile, "openai/gpt-5", "openai/gpt-5-2025")));

        assertThat(finding.message())
                .doesNotContain("\u001b", "\n", "\u202e", "sk-or-v1-")
                .hasSizeLessThan(500);
        assertThat(finding.provider()).hasSizeLessThanOrEqualTo(100);
    }

    private static UsageFinding only(ServiceJudgement judgement) {
        assertThat(judgement.findings()).hasSize(1);
        return judgement.findings().getFirst();
    }
}
