package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Failure;
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
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsagePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountPassTest {
    private static final Instant NOW = Instant.parse("2026-11-28T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 27);

    private final FakeActivity activity = new FakeActivity();
    private final List<ServiceKeys> services = new ArrayList<>();
    private final List<RemoteKey> unmanaged = new ArrayList<>();

    @Test
    void readsNoKeyOfAnAccountThatServedNothing() {
        service("checkout", "production", 5);

        assertThat(pass(RememberedKeys.none()).findings()).isEmpty();
        assertThat(activity.asked).containsExactly("account");
    }

    @Test
    void stopsAskingOnceTheBiggestSpendersExplainEverything() {
        service("idle", "production", 1);
        activity.served(service("busy", "production", 90), row("Chutes"));

        assertThat(pass(RememberedKeys.none()).findings())
                .hasEntrySatisfying(
                        "shop",
                        found -> assertThat(found.listed())
                                .extracting(finding -> finding.owner().name())
                                .containsExactly("busy"));
        assertThat(activity.asked).containsExactly("account", hash("busy").fingerprint());
    }

    @Test
    void judgesKeysThatAreGoneByWhoseTheyWere() {
        activity.served(hash("retired"), row("Chutes"));
        RememberedKeys remembered =
                RememberedKeys.none().after(Map.of(hash("retired"), owner("checkout", "production")), Map.of(), TODAY);

        AccountPass.Result result = pass(remembered);

        assertThat(result.findings())
                .hasEntrySatisfying(
                        "shop",
                        found -> assertThat(found.listed())
                                .extracting(UsageFinding::provider)
                                .containsExactly("chutes"));
        assertThat(result.summary().unexplained()).isZero();
    }

    @Test
    void keyOfAnotherAccountObjectExplainsRowsAndIsJudgedThere() {
        activity.served(service("elsewhere", "other", 5), row("Chutes"));

        AccountPass.Result result = pass(RememberedKeys.none());

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().unexplained()).isZero();
    }

    @Test
    void namesUnmanagedKeysAndCountsWhatNobodyExplains() {
        unmanaged.add(key("stray", 1));
        activity.served(hash("stray"), row("OpenAI"));
        activity.served(hash("deleted before anybody saw it"), row("OpenAI"));

        AccountPass.Result result = pass(RememberedKeys.none());

        assertThat(result.summary().unmanaged()).hasSize(1);
        assertThat(result.summary().unexplained()).isEqualTo(4);
    }

    @Test
    void failureLeavesNothingFound() {
        activity.failing = true;

        assertThatThrownBy(() -> pass(RememberedKeys.none())).isInstanceOf(OpenRouterException.class);
    }

    private AccountPass.Result pass(RememberedKeys remembered) {
        Catalogue catalogue = Catalogue.withoutEndpoints(
                List.of(new Provider("openai", "OpenAI", "US", null), new Provider("chutes", "Chutes", "US", null)),
                List.of(),
                List.of());
        PolicyHistory history = PolicyHistory.none()
                .with(new AllowedRevision(
                        Instant.parse("2026-11-01T00:00:00Z"),
                        "rules",
                        Permitted.only(Set.of("openai")),
                        Permitted.everything(),
                        false,
                        new TreeMap<>()));
        return new AccountPass(
                        new ObservedAccount(
                                "production", activity, new FakeAnalytics(), catalogue, services, unmanaged),
                        new UsagePeriod(NOW, 7),
                        (_, _) -> history)
                .run(remembered);
    }

    private KeyHash service(String name, String account, long spent) {
        services.add(new ServiceKeys(owner(name, account), NOW, List.of(hash(name)), List.of(key(name, spent))));
        return hash(name);
    }

    private static KeyOwner owner(String name, String account) {
        return new KeyOwner(account, "shop", name, "uid-" + name, "corporate", "internal");
    }

    private static RemoteKey key(String name, long spent) {
        BigDecimal usd = BigDecimal.valueOf(spent);
        return new RemoteKey(
                hash(name), name, "label", false, null, null, usd, BigDecimal.ZERO, usd, NOW, null, "workspace", null);
    }

    private static KeyHash hash(String key) {
        return SecretValue.of(key).hash();
    }

    private static ActivityRow row(String provider) {
        return new ActivityRow(YESTERDAY, "openai/gpt-5", "openai/gpt-5", provider, 4, BigDecimal.ONE, BigDecimal.ZERO);
    }

    /** What keys did; the account did all of it. */
    private static final class FakeActivity implements OpenRouterActivity {
        private final Map<KeyHash, List<ActivityRow>> rows = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean failing;

        void served(KeyHash key, ActivityRow... more) {
            rows.put(key, List.of(more));
        }

        @Override
        public List<ActivityRow> activity() {
            if (failing) {
                throw new OpenRouterException("activity", new Failure.Forbidden("no"));
            }
            asked.add("account");
            return rows.values().stream().flatMap(List::stream).toList();
        }

        @Override
        public List<ActivityRow> activity(KeyHash key) {
            asked.add(key.fingerprint());
            return rows.getOrDefault(key, List.of());
        }
    }
}
