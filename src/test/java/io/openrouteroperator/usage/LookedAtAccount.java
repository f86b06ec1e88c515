package io.openrouteroperator.usage;

import static io.openrouteroperator.usage.FakeAnalytics.hash;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.OpenRouterActivity;
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
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** An account whose keys call today, as the look at today sees it; an hour passes before each look. */
final class LookedAtAccount {
    private final LocalDate today;
    private final FakeAnalytics analytics = new FakeAnalytics();
    private final List<ServiceKeys> services = new ArrayList<>();
    private final List<RemoteKey> unmanaged = new ArrayList<>();
    private TodayLedger ledger;
    private Instant now;

    LookedAtAccount(LocalDate today) {
        this.today = today;
        this.ledger = new TodayLedger(UnsettledDay.unknown(today));
        this.now = today.atTime(5, 0).toInstant(ZoneOffset.UTC);
    }

    /** What OpenRouter says of the day. */
    FakeAnalytics analytics() {
        return analytics;
    }

    UsageTally look() {
        return look(RememberedKeys.none());
    }

    UsageTally look(RememberedKeys remembered) {
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

    /** Another process goes on from what is known. */
    void restart() {
        ledger = new TodayLedger(ledger.known());
    }

    /** How many requests of a key are known. */
    long requests(KeyHash key) {
        return ledger.requests(Set.of(key));
    }

    static List<UsageFinding> findings(UsageTally tally) {
        return tally.findings().values().stream()
                .flatMap(found -> found.listed().stream())
                .toList();
    }

    /** A key of this account that no service has. */
    void unmanaged(String value, String name) {
        unmanaged.add(key(value, name));
    }

    KeyHash service(String name, String account) {
        return service(name, account, name);
    }

    KeyHash service(String name, String account, String keyName) {
        services.add(new ServiceKeys(owner(name, account), now, List.of(hash(name)), List.of(key(name, keyName))));
        return hash(name);
    }

    static KeyOwner owner(String name, String account) {
        return new KeyOwner(account, "shop", name, "uid-" + name, "corporate", "internal");
    }

    private static RemoteKey key(String value, String name) {
        BigDecimal usd = BigDecimal.ZERO;
        Instant made = Instant.parse("2026-11-01T00:00:00Z");
        return new RemoteKey(
                hash(value), name, "label", false, null, null, usd, usd, usd, made, null, "workspace", null);
    }

    ActivityRow row(String provider, String model, long requests) {
        return new ActivityRow(today, model, model, provider, requests, BigDecimal.ONE, BigDecimal.ZERO);
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
