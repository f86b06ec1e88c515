package io.openrouteroperator.usage;

import static io.openrouteroperator.usage.FakeAnalytics.hash;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.ServiceKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An account whose one key was served by a provider that nobody knows. */
final class OneKeyAccount implements OpenRouterActivity {
    static final String NAME = "production";

    private final Instant since;
    private final FakeAnalytics analytics = new FakeAnalytics();
    private final List<ActivityRow> completed = new ArrayList<>();

    /** @param since when the service asked for its key */
    OneKeyAccount(Instant since) {
        this.since = since;
    }

    /** What it is asked about days that are not over. */
    FakeAnalytics analytics() {
        return analytics;
    }

    /** A completed day shows these requests. */
    void completed(LocalDate day, long requests) {
        completed.add(row(day, requests));
    }

    /** Analytics shows these requests of a day that is not over. */
    void soFar(LocalDate day, long requests) {
        analytics.calls(hash("one"), "checkout", row(day, requests));
    }

    /** The account as it is looked at. */
    ObservedAccount observed() {
        KeyOwner owner = new KeyOwner(NAME, "shop", "checkout", "uid", "corporate", "internal");
        return new ObservedAccount(
                NAME,
                this,
                analytics,
                Catalogue.withoutEndpoints(List.of(new Provider("openai", "OpenAI", "US", null)), List.of(), List.of()),
                List.of(new ServiceKeys(owner, since, List.of(hash("one")), List.of(key()))),
                List.of());
    }

    @Override
    public List<ActivityRow> activity() {
        return List.copyOf(completed);
    }

    @Override
    public List<ActivityRow> activity(KeyHash key) {
        return List.copyOf(completed);
    }

    private RemoteKey key() {
        BigDecimal usd = BigDecimal.ZERO;
        return new RemoteKey(
                hash("one"), "checkout", "label", false, null, null, usd, usd, usd, since, null, null, null);
    }

    private static ActivityRow row(LocalDate day, long requests) {
        return new ActivityRow(
                day, "openai/gpt-5", "openai/gpt-5", "Nobody", requests, BigDecimal.ONE, BigDecimal.ZERO);
    }
}
