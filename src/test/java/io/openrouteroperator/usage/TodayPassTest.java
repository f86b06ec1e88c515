package io.openrouteroperator.usage;

import static io.openrouteroperator.usage.FakeAnalytics.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UsageConditions;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TodayPassTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final LookedAtAccount account = new LookedAtAccount(TODAY);
    private final FakeAnalytics analytics = account.analytics();

    @Test
    void asksForNoKeyWhereNoneCalled() {
        account.service("checkout", "production");

        UsageTally found = account.look();

        assertThat(found.findings()).isEmpty();
        assertThat(found.summary().today()).isEqualTo(TodayReading.COMPLETE);
        assertThat(analytics.asked).containsExactly("names");
    }

    @Test
    void judgesTodaysCallsByTodaysPolicyAndMarksThem() {
        analytics.calls(
                account.service("checkout", "production"), "checkout", account.row("Chutes", "openai/gpt-5", 4));

        UsageTally found = account.look();

        assertThat(LookedAtAccount.findings(found))
                .singleElement()
                .satisfies(finding -> assertThat(finding.settled()).isFalse())
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("2026-11-28, so far: provider 'chutes' served model 'openai/gpt-5-2025'"));
        assertThat(UsageConditions.ofPolicy("corporate", found.summary()).message())
                .contains("in the last day and today so far");
    }

    @Test
    void asksAgainOnlyForKeysThatCalledSince() {
        KeyHash quiet = account.service("quiet", "production");
        KeyHash busy = account.service("busy", "production");
        analytics.calls(quiet, "quiet", account.row("OpenAI", "openai/gpt-5", 1));
        analytics.calls(busy, "busy", account.row("OpenAI", "openai/gpt-5", 1));
        account.look();
        analytics.asked.clear();
        analytics.calls(busy, "busy", account.row("Chutes", "openai/gpt-5", 2));

        assertThat(LookedAtAccount.findings(account.look()))
                .extracting(finding -> finding.owner().name())
                .containsExactly("busy");
        assertThat(analytics.asked).containsExactly("names", busy.fingerprint());
        assertThat(LookedAtAccount.findings(account.look())).hasSize(1);
    }

    @Test
    void keysBeyondWhatOneLookMayAskForHaveTheirTurnAtTheNext() {
        for (int i = 0; i < TodayPass.MOST_KEYS + 10; i++) {
            analytics.calls(account.service("s" + i, "production"), "s" + i, account.row("Chutes", "openai/gpt-5", 1));
        }

        UsageTally first = account.look();
        assertThat(first.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(LookedAtAccount.findings(first)).hasSize(TodayPass.MOST_KEYS);
        UsageTally second = account.look();
        assertThat(second.summary().today()).isEqualTo(TodayReading.COMPLETE);
        assertThat(LookedAtAccount.findings(second)).hasSize(TodayPass.MOST_KEYS + 10);
        assertThat(analytics.asked)
                .filteredOn(asked -> !asked.equals("names"))
                .hasSize(TodayPass.MOST_KEYS + 10)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyListedKeyOfANameIsAskedFor() {
        KeyHash first = account.service("first", "production", "twin");
        account.service("second", "production", "twin");
        account.unmanaged("stray", "twin");
        analytics.calls(first, "twin", account.row("Chutes", "openai/gpt-5", 4));
        analytics.calls(hash("stray"), "twin", account.row("OpenAI", "openai/gpt-5", 3));

        UsageTally found = account.look();

        assertThat(LookedAtAccount.findings(found))
                .extracting(finding -> finding.owner().name())
                .containsExactly("first");
        assertThat(found.summary().unmanaged()).containsExactly(new UnmanagedCaller(hash("stray"), "twin", 3));
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyThatWentTodayIsJudgedByWhoseItWasAndTheRestIsUnexplained() {
        analytics.calls(hash("retired"), "no longer listed", account.row("Chutes", "openai/gpt-5", 4));
        analytics.calls(hash("nobody saw it"), "", account.row("OpenAI", "openai/gpt-5", 2));
        RememberedKeys remembered = RememberedKeys.none()
                .after(Map.of(hash("retired"), LookedAtAccount.owner("checkout", "production")), Map.of(), TODAY);

        UsageTally found = account.look(remembered);

        assertThat(LookedAtAccount.findings(found)).hasSize(1);
        assertThat(found.summary().unexplained()).isEqualTo(2);
    }

    @Test
    void deletedKeyThatOpenRouterCannotFindIsNoStranger() {
        analytics.calls(hash("retired"), "no longer listed", account.row("OpenAI", "openai/gpt-5", 4));
        analytics.unknown.add(hash("retired"));
        RememberedKeys remembered = RememberedKeys.none()
                .after(Map.of(hash("retired"), LookedAtAccount.owner("checkout", "production")), Map.of(), TODAY);

        UsageTally found = account.look(remembered);

        assertThat(found.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyOfAnotherAccountObjectIsJudgedThere() {
        analytics.calls(account.service("elsewhere", "other"), "elsewhere", account.row("Chutes", "openai/gpt-5", 4));

        UsageTally found = account.look();

        assertThat(found.findings()).isEmpty();
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyThatOpenRouterCannotFindIsNoQuietKey() {
        KeyHash key = account.service("checkout", "production");
        analytics.calls(key, "checkout", account.row("Chutes", "openai/gpt-5", 4));
        analytics.unknown.add(key);

        UsageTally found = account.look();
        assertThat(found.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(UsageConditions.ofPolicy("corporate", found.summary()).message())
                .contains("the part of today that could be read");
        analytics.unknown.clear();
        assertThat(LookedAtAccount.findings(account.look())).hasSize(1);
    }

    @Test
    void namesThatWereCutOffAreNotTakenForAll() {
        analytics.gaps.add("the answer was cut off after 10000 rows");

        assertThat(account.look().summary().today()).isEqualTo(TodayReading.INCOMPLETE);
    }

    @Test
    void whatWasAnsweredBeforeARestartIsNotAskedForAgain() {
        KeyHash quiet = account.service("quiet", "production");
        KeyHash busy = account.service("busy", "production");
        analytics.calls(quiet, "quiet", account.row("Chutes", "openai/gpt-5", 1));
        analytics.calls(busy, "busy", account.row("OpenAI", "openai/gpt-5", 1));
        account.look();
        account.restart();
        analytics.asked.clear();
        analytics.calls(busy, "busy", account.row("OpenAI", "openai/gpt-5", 2));

        assertThat(LookedAtAccount.findings(account.look()))
                .extracting(finding -> finding.owner().name())
                .containsExactly("quiet");
        assertThat(analytics.asked).containsExactly("names", busy.fingerprint());
    }

    @Test
    void failureLeavesWhatWasAnsweredBefore() {
        KeyHash key = account.service("checkout", "production");
        analytics.calls(key, "checkout", account.row("Chutes", "openai/gpt-5", 4));
        account.look();
        analytics.failing = true;

        assertThatThrownBy(() -> account.look()).isInstanceOf(OpenRouterException.class);
        assertThat(account.requests(key)).isEqualTo(4);
    }
}
