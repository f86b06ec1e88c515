package io.openrouteroperator.usage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.openrouteroperator.core.usage.UsageSummary;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Prometheus learns of usage; series exist on the replica that leads. Providers are named by their slugs in the catalogue, never
 * by what a row says, so that nobody can make series without end.
 */
final class UsageMeters {
    static final String SERVED = "openrouter.usage.served.requests";
    static final String FINDINGS = "openrouter.usage.findings";
    static final String UNMANAGED = "openrouter.usage.unmanaged.keys";
    static final String UNEXPLAINED = "openrouter.usage.unexplained.requests";
    static final String THROUGH = "openrouter.usage.read.through.timestamp.seconds";
    static final String FAILURES = "openrouter.usage.pass.failures";

    private final MultiGauge served;
    private final MultiGauge findings;
    private final MultiGauge unmanaged;
    private final MultiGauge unexplained;
    private final MultiGauge through;
    private final Counter failures;

    UsageMeters(MeterRegistry registry) {
        this.served = gauge(
                SERVED,
                "requests of the judged days, by class, provider and whether the policy allowed them",
                registry);
        this.findings = gauge(FINDINGS, "findings in what was served, by rule", registry);
        this.unmanaged = gauge(UNMANAGED, "keys without an OpenRouterKey that were used", registry);
        this.unexplained = gauge(UNEXPLAINED, "requests of the judged days by keys that nobody lists", registry);
        this.through = gauge(THROUGH, "end of the last completed day that was read", registry);
        this.failures = Counter.builder(FAILURES)
                .description("passes over an account's activity that failed")
                .register(registry);
    }

    /** A pass failed. */
    void failed() {
        failures.increment();
    }

    /** What is known of all accounts, by name. */
    void known(Map<String, UsageSummary> summaries) {
        List<Row<?>> requests = new ArrayList<>();
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> strangers = new ArrayList<>();
        List<Row<?>> rest = new ArrayList<>();
        List<Row<?>> days = new ArrayList<>();
        summaries.forEach((account, summary) -> {
            Tags tags = Tags.of("account", account);
            summary.served()
                    .forEach((what, count) -> requests.add(Row.of(
                            tags.and(
                                    "policy", what.policy(),
                                    "classification", what.classification(),
                                    "provider", what.provider(),
                                    "verdict", what.verdict().name().toLowerCase(Locale.ROOT)),
                            count)));
            rules(summary).forEach((rule, count) -> counts.add(Row.of(rule.and(tags), count)));
            strangers.add(Row.of(tags, summary.unmanagedKeys()));
            rest.add(Row.of(tags, summary.unexplained()));
            days.add(Row.of(
                    tags,
                    summary.through().plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
        });
        served.register(requests, true);
        findings.register(counts, true);
        unmanaged.register(strangers, true);
        unexplained.register(rest, true);
        through.register(days, true);
    }

    private static Map<Tags, Integer> rules(UsageSummary summary) {
        Map<Tags, Integer> counts = new HashMap<>();
        summary.findings()
                .forEach((place, count) -> counts.merge(
                        Tags.of(
                                "policy", place.policy(),
                                "rule", place.rule().id(),
                                "result", place.rule().isViolation() ? "fail" : "warn"),
                        count,
                        Integer::sum));
        return counts;
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }
}
