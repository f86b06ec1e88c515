package io.openrouteroperator.scan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.scan.FindingKind;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What Prometheus learns of the scan; series exist on the replica that scans. */
final class ScanMeters {
    static final String FINDINGS = "openrouter.scan.findings";
    static final String OLDEST = "openrouter.scan.oldest.timestamp.seconds";
    static final String FAILURES = "openrouter.scan.failures";
    static final String DURATION = "openrouter.scan.duration";

    private final MultiGauge findings;
    private final AtomicLong oldest = new AtomicLong();
    private final Counter failures;
    private final Timer duration;

    ScanMeters(MeterRegistry registry) {
        this.findings = MultiGauge.builder(FINDINGS).register(registry);
        this.failures = registry.counter(FAILURES);
        this.duration = registry.timer(DURATION);
        registry.gauge(OLDEST, oldest);
    }

    /** A look at a namespace took so long. */
    void looked(Duration took) {
        duration.record(took);
    }

    /** A look at a namespace failed. */
    void failed() {
        failures.increment();
    }

    /** What is known of all namespaces. */
    void known(Collection<NamespaceOutcome> outcomes) {
        List<Row<?>> rows = new ArrayList<>();
        for (NamespaceOutcome outcome : outcomes) {
            String policies =
                    outcome.policies().stream().map(GoverningPolicy::name).collect(Collectors.joining(","));
            outcome.counts()
                    .forEach((kind, count) -> rows.add(Row.of(tags(outcome.namespace(), policies, kind), count)));
        }
        findings.register(rows, true);
        oldest.set(outcomes.stream()
                .map(NamespaceOutcome::at)
                .mapToLong(Instant::getEpochSecond)
                .min()
                .orElse(0));
    }

    private static Tags tags(String namespace, String policies, FindingKind kind) {
        return Tags.of(
                "namespace",
                namespace,
                "policy",
                policies,
                "rule",
                kind.rule().id(),
                "result",
                kind.result().name().toLowerCase(Locale.ROOT));
    }
}
