package io.openrouteroperator.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tells Prometheus how the audit log fares. */
public final class AuditMeters {
    static final String ENTRIES = "openrouter.audit.entries";
    static final String LOST = "openrouter.audit.lost";
    static final String SINK_LOST = "openrouter.audit.sink.lost";
    static final String SINK_WAITING = "openrouter.audit.sink.waiting";
    static final String UNSIGNED = "openrouter.audit.unsigned.age.seconds";

    private static final String SINK = "sink";

    private final MeterRegistry registry;
    private final Counter entries;
    private final Counter lost;
    private final Map<String, AtomicInteger> kept = new ConcurrentHashMap<>();
    private volatile @Nullable Instant firstUnsigned;

    /** Meters in {@code registry}; {@code clock} tells how old an entry is. */
    public AuditMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.entries = registry.counter(ENTRIES);
        this.lost = registry.counter(LOST);
        Gauge.builder(UNSIGNED, () -> ageOfUnsigned(clock))
                .strongReference(true)
                .register(registry);
    }

    /** There is such a sink. */
    void sink(String name) {
        AtomicInteger waiting = kept.computeIfAbsent(name, _ -> new AtomicInteger());
        Gauge.builder(SINK_WAITING, waiting, AtomicInteger::get).tag(SINK, name).register(registry);
        var _ = registry.counter(SINK_LOST, SINK, name);
    }

    void written() {
        entries.increment();
    }

    /** An event was dropped before it could become a line. */
    void lost() {
        lost.increment();
    }

    /** A sink will never get so many lines. */
    void lostAt(String sink, long lines) {
        registry.counter(SINK_LOST, SINK, sink).increment((double) lines);
    }

    void kept(String sink, int lines) {
        Objects.requireNonNull(kept.get(sink)).set(lines);
    }

    /** When the first entry was written that no signature covers; null when all are signed. */
    void unsignedSince(@Nullable Instant first) {
        firstUnsigned = first;
    }

    private double ageOfUnsigned(Clock clock) {
        Instant first = firstUnsigned;
        return first == null
                ? 0
                : Math.max(0, Duration.between(first, clock.instant()).toSeconds());
    }
}
