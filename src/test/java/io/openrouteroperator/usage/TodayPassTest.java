package io.openrouteroperator.usage;

import static io.openrouteroperator.usage.FakeAnalytics.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.core.usage.AllowedRevision;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.Permitted;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.ServiceKeys;
import io.openrouteroperator.core.usage.TodayLedger;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageConditions;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TodayPassTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final FakeAnalytics analytics = new FakeAnalytics();
    private TodayLedger ledger = new TodayLedger(UnsettledDay.unknown(TODAY));
    private final List<ServiceKeys> services = new ArrayList<>();
    private final List<RemoteKey> unmanaged = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-28T05:00:00Z");

    @Test
    void asksForNoKeyWhereNoneCalled() {
        service("checkout", "production");

        UsageTally found = look(RememberedKeys.none());

        assertThat(found.findings()).isEmpty();
        assertThat(found.summary().today()).isEqualTo(TodayReading.COMPLETE);
        assertThat(analytics.asked).containsExactly("names");
    }

    @Test
    void judgesTodaysCallsByTodaysPolicyAndMarksThem() {
        analytics.calls(service("checkout", "production"), "checkout", row("Chutes", "openai/gpt-5", 4));

        UsageTally found = look(RememberedKeys.none());

        assertThat(findings(found))
                .singleElement()
                .satisfies(finding -> assertThat(finding.settled()).isFalse())
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("2026-11-28, so far: provider 'chutes' served model 'openai/gpt-5-2025'"));
        assertThat(UsageConditions.ofPolicy("corporate", found.summary()).message())
                .contains("in the last day and today so far");
    }

    @Test
    void asksAgainOnlyForKeysThatCalledSince() {
        KeyHash quiet = service("quiet", "production");
        KeyHash busy = service("busy", "production");
        analytics.calls(quiet, "quiet", row("OpenAI", "openai/gpt-5", 1));
        analytics.calls(busy, "busy", row("OpenAI", "openai/gpt-5", 1));
        look(RememberedKeys.none());
        analytics.asked.clear();
        analytics.calls(busy, "busy", row("Chutes", "openai/gpt-5", 2));

        assertThat(findings(look(RememberedKeys.none())))
                .extracting(finding -> finding.owner().name())
                .containsExactly("busy");
        assertThat(analytics.asked).containsExactly("names", busy.fingerprint());
        assertThat(findings(look(RememberedKeys.none()))).hasSize(1);
    }

    @Test
    void keysBeyondWhatOneLookMayAskForHaveTheirTurnAtTheNext() {
        for (int i = 0; i < TodayPass.MOST_KEYS + 10; i++) {
            analytics.calls(service("s" + i, "production"), "s" + i, row("Chutes", "openai/gpt-5", 1));
        }

        UsageTally first = look(RememberedKeys.none());
        assertThat(first.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(findings(first)).hasSize(TodayPass.MOST_KEYS);
        UsageTally second = look(RememberedKeys.none());
        assertThat(second.summary().today()).isEqualTo(TodayReading.COMPLETE);
        assertThat(findings(second)).hasSize(TodayPass.MOST_KEYS + 10);
        assertThat(analytics.asked)
                .filteredOn(asked -> !asked.equals("names"))
                .hasSize(TodayPass.MOST_KEYS + 10)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyListedKeyOfANameIsAskedFor() {
        KeyHash first = service("first", "production", "twin");
        service("second", "production", "twin");
        unmanaged.add(key("stray", "twin"));
        analytics.calls(first, "twin", row("Chutes", "openai/gpt-5", 4));
        analytics.calls(hash("stray"), "twin", row("OpenAI", "openai/gpt-5", 3));

        UsageTally found = look(RememberedKeys.none());

        assertThat(findings(found))
                .extracting(finding -> finding.owner().name())
                .containsExactly("first");
        assertThat(found.summary().unmanaged()).containsExactly(new UnmanagedCaller(hash("stray"), "twin", 3));
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyThatWentTodayIsJudgedByWhoseItWasAndTheRestIsUnexplained() {
        analytics.calls(hash("retired"), "no longer listed", row("Chutes", "openai/gpt-5", 4));
        analytics.calls(hash("nobody saw it"), "", row("OpenAI", "openai/gpt-5", 2));
        RememberedKeys remembered =
                RememberedKeys.none().after(Map.of(hash("retired"), owner("checkout", "production")), Map.of(), TODAY);

        UsageTally found = look(remembered);

        assertThat(findings(found)).hasSize(1);
        assertThat(found.summary().unexplained()).isEqualTo(2);
    }

    @Test
    void deletedKeyThatOpenRouterCannotFindIsNoStranger() {
        analytics.calls(hash("retired"), "no longer listed", row("OpenAI", "openai/gpt-5", 4));
        analytics.unknown.add(hash("retired"));
        RememberedKeys remembered =
                RememberedKeys.none().after(Map.of(hash("retired"), owner("checkout", "production")), Map.of(), TODAY);

        UsageTally found = look(remembered);

        assertThat(found.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyOfAnotherAccountObjectIsJudgedThere() {
        analytics.calls(service("elsewhere", "other"), "elsewhere", row("Chutes", "openai/gpt-5", 4));

        UsageTally found = look(RememberedKeys.none());

        assertThat(found.findings()).isEmpty();
        assertThat(found.summary().unexplained()).isZero();
    }

    @Test
    void keyThatOpenRouterCannotFindIsNoQuietKey() {
        KeyHash key = service("checkout", "production");
        analytics.calls(key, "checkout", row("Chutes", "openai/gpt-5", 4));
        analytics.unknown.add(key);

        UsageTally found = look(RememberedKeys.none());
        assertThat(found.summary().today()).isEqualTo(TodayReading.INCOMPLETE);
        assertThat(UsageConditions.ofPolicy("corporate", found.summary()).message())
                .contains("the part of today that could be read");
        analytics.unknown.clear();
        assertThat(findings(look(RememberedKeys.none()))).hasSize(1);
    }

    @Test
    void namesThatWereCutOffAreNotTakenForAll() {
        analytics.gaps.add("the answer was cut off after 10000 rows");

        assertThat(look(RememberedKeys.none()).summary().today()).isEqualTo(TodayReading.INCOMPLETE);
    }

    @Test
    void whatWasAnsweredBeforeARestartIsNotAskedForAgain() {
        KeyHash quiet = service("quiet", "production");
        KeyHash busy = service("busy", "production");
        analytics.calls(quiet, "quiet", row("Chutes", "openai/gpt-5", 1));
        analytics.calls(busy, "busy", row("OpenAI", "openai/gpt-5", 1));
        look(RememberedKeys.none());
        ledger = new TodayLedger(ledger.known());
        analytics.asked.clear();
        analytics.calls(busy, "busy", row("OpenAI", "openai/gpt-5", 2));

        assertThat(findings(look(RememberedKeys.none())))
                .extracting(finding -> finding.owner().name())
                .containsExactly("quiet");
        assertThat(analytics.asked).containsExactly("names", busy.fingerprint());
    }

    @Test
    void failureLeavesWhatWasAnsweredBefore() {
        KeyHash key = service("checkout", "production");
        analytics.calls(key, "checkout", row("Chutes", "openai/gpt-5", 4));
        look(RememberedKeys.none());
        analytics.failing = true;

        assertThatThrownBy(() -> look(RememberedKeys.none())).isInstanceOf(OpenRouterException.class);
        assertThat(ledger.requests(Set.of(key))).isEqualTo(4);
    }

    private UsageTally look(RememberedKeys remembered) {
        now = now.plusSeconds(3600);
        PolicyHistory history = PolicyHistory.none()
                .with(new AllowedRevision(
                        Instant.parse("2026-11-01T00:00:00Z"),
                        "rules",
                        Permitted.only(Set.of("openai")),
                        Permitted.only(Set.of("openai/gpt-5-2025")),
                        false,
                        new TreeMap<>()));
        Catalogue catalogue = Catalogue.withoutEndpoints(
                List.of(new Provider("openai", "OpenAI", "US", null), new Provider("chutes", "Chutes", "US", null)),
                List.of(new Model("openai/gpt-5", "openai/gpt-5-2025", null)),
                List.of());
        ObservedAccount account =
                new ObservedAccount("production", new NoActivity(), analytics, catalogue, services, unmanaged);
        new TodayPass(account, now).run(remembered, ledger);
        return ledger.known().judged(account, remembered, (_, _) -> history);
    }

    private static List<UsageFinding> findings(UsageTally tally) {
        return tally.findings().values().stream()
                .flatMap(found -> found.listed().stream())
                .toList();
    }

    private KeyHash service(String name, String account) {
        return service(name, account, name);
    }

    private KeyHash service(String name, String account, String keyName) {
        services.add(new ServiceKeys(owner(name, account), now, List.of(hash(name)), List.of(key(name, keyName))));
        return hash(name);
    }

    private static KeyOwner owner(String name, String account) {
        return new KeyOwner(account, "shop", name, "uid-" + name, "corporate", "internal");
    }

    private static RemoteKey key(String value, String name) {
        BigDecimal usd = BigDecimal.ZERO;
        Instant made = Instant.parse("2026-11-01T00:00:00Z");
        return new RemoteKey(
                hash(value), name, "label", false, null, null, usd, usd, usd, made, null, "workspace", null);
    }

    private static ActivityRow row(String provider, String model, long requests) {
        return new ActivityRow(TODAY, model, model, provider, requests, BigDecimal.ONE, BigDecimal.ZERO);
    }

    /** Completed days are no business of this pass. */
    private static final class NoActivity implements OpenRouterActivity {
        @Override
        public List<ActivityRow> activity() {
            throw new AssertionError("asked for completed days");
        }

        @Override
        public List<ActivityRow> activity(KeyHash key) {
            throw new AssertionError("asked for completed days");
        }
    }
}
