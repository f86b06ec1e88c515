package io.openrouteroperator.reconcile.key;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The gauges of all keys: a series for each key, or one for each namespace where that would be too many. They go with the object.
 * Safe for use by several threads.
 */
final class KeySeries {
    /** Keys that share a series, by UID, with their gauges in the registry. */
    private record Row(Map<String, KeyReading> keys, List<Gauge> gauges) {}

    private final MeterRegistry registry;
    private final boolean perKey;
    private final Map<Tags, Row> rows = new HashMap<>();
    private final Map<String, KeyReading> all = new ConcurrentHashMap<>();

    KeySeries(MeterRegistry registry, boolean perKey) {
        this.registry = registry;
        this.perKey = perKey;
    }

    synchronized void put(String uid, String namespace, String name, KeyReading reading) {
        all.put(uid, reading);
        rows.computeIfAbsent(tags(namespace, name), this::register).keys().put(uid, reading);
    }

    synchronized void remove(String uid, String namespace, String name) {
        all.remove(uid);
        Tags tags = tags(namespace, name);
        Row row = rows.get(tags);
        if (row != null && row.keys().remove(uid) != null && row.keys().isEmpty()) {
            rows.remove(tags);
            row.gauges().forEach(registry::remove);
        }
    }

    /** How many keys are like this. */
    long count(Predicate<KeyReading> like) {
        return all.values().stream().filter(like).count();
    }

    private Tags tags(String namespace, String name) {
        return perKey ? Tags.of("namespace", namespace, "name", name) : Tags.of("namespace", namespace);
    }

    private Row register(Tags tags) {
        Map<String, KeyReading> keys = new ConcurrentHashMap<>();
        Collection<KeyReading> readings = keys.values();
        return new Row(
                keys,
                KeyGauge.ALL.stream()
                        .map(gauge -> Gauge.builder(gauge.meter(), readings, gauge::of)
                                .description(gauge.description())
                                .tags(tags)
                                .strongReference(true)
                                .register(registry))
                        .toList());
    }
}
