package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One service, a small catalogue and a policy of two providers, seen on a Saturday. */
final class UsageScenario {
    static final Instant NOW = Instant.parse("2026-11-28T05:00:00Z");
    static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 27);
    static final UsagePeriod WEEK = new UsagePeriod(NOW, 7);
    static final KeyOwner CHECKOUT =
            new KeyOwner("production", "shop", "checkout", "uid-1", "corporate", "confidential");
    static final KeyHash HASH = hash("one");

    static final Catalogue CATALOGUE = catalogue(
            new Provider("openai", "OpenAI", "US", List.of("US")),
            new Provider("google-vertex", "Google", "US", List.of("US", "DE")),
            new Provider("chutes", "Chutes", "US", null));

    private UsageScenario() {}

    static Catalogue catalogue(Provider... providers) {
        return Catalogue.withoutEndpoints(
                List.of(providers),
                List.of(
                        new Model("openai/gpt-5", "openai/gpt-5-2025", null),
                        new Model("openai/gpt-5:free", "openai/gpt-5-2025", null),
                        new Model("openai/gpt-old", "openai/gpt-old", LocalDate.of(2026, 12, 5)),
                        new Model("mistralai/small", "mistralai/small-2506", null)),
                List.of(new Endpoint("openai", "openai/gpt-5-2025")));
    }

    static KeyHash hash(String key) {
        return SecretValue.of(key).hash();
    }

    /** OpenAI and Google with two models, from this moment on. */
    static AllowedRevision revision(String from, String... providers) {
        return new AllowedRevision(
                Instant.parse(from),
                "rules",
                Permitted.only(Set.of(providers)),
                Permitted.only(Set.of("openai/gpt-5-2025", "openai/gpt-old")),
                false,
                Approval.all(CATALOGUE, Instant.parse(from)));
    }

    static PolicyHistory history() {
        return PolicyHistory.none().with(revision("2026-11-01T00:00:00Z", "openai", "google-vertex"));
    }

    static ActivityRow row(LocalDate day, String provider, String model, String slug, long requests) {
        return new ActivityRow(day, model, slug, provider, requests, new BigDecimal("0.50"), BigDecimal.ZERO);
    }

    static ActivityRow row(String provider, String model, String slug) {
        return row(YESTERDAY, provider, model, slug, 5);
    }

    static ActivityRow good() {
        return row("OpenAI", "openai/gpt-5", "openai/gpt-5-2025");
    }

    static ServiceKeys service(RemoteKey... live) {
        return new ServiceKeys(CHECKOUT, Instant.parse("2026-10-01T00:00:00Z"), List.of(HASH), List.of(live));
    }

    static RemoteKey key(@Nullable SpendLimit limit, @Nullable String remaining, @Nullable Instant lastUsed) {
        return new RemoteKey(
                HASH,
                "k8s/prod/shop/checkout/uid-1-1-abcdef",
                "sk-or-v1-abc...def",
                false,
                limit,
                remaining == null ? null : new BigDecimal(remaining),
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                Instant.parse("2026-10-01T00:00:00Z"),
                null,
                "workspace",
                lastUsed);
    }

    static ServiceJudgement judge(PolicyHistory history, ActivityRow... rows) {
        return judge(CATALOGUE, history, service(key(null, null, null)), rows);
    }

    static ServiceJudgement judge(
            Catalogue catalogue, PolicyHistory history, ServiceKeys service, ActivityRow... rows) {
        return new UsageJudge(catalogue, (_, _) -> history, WEEK).judge(service, List.of(rows));
    }
}
