package io.openrouteroperator.reconcile.key;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Progress.Phase;
import io.openrouteroperator.core.rotation.Standing;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What Prometheus learns about keys. Labels name objects, phases and reasons, never a key. */
public final class KeyMeters {
    static final String PREFIX = "openrouter.operator.";
    static final String ROTATIONS = PREFIX + "rotations";
    static final String CREATED = PREFIX + "keys.created";
    static final String DISABLED = PREFIX + "keys.disabled";
    static final String DELETED = PREFIX + "keys.deleted";
    static final String RESTARTS = PREFIX + "rollout.restarts";
    static final String KEYS = PREFIX + "keys";
    static final String NOT_READY = PREFIX + "keys.not.ready";

    /** A rotation that this process saw begin. */
    private record Rotation(String nonce, int serial, Reason reason) {}

    private final MeterRegistry registry;
    private final KeySeries series;
    private final Map<String, Rotation> rotations = new ConcurrentHashMap<>();
    private final Set<String> unreadyReasons = ConcurrentHashMap.newKeySet();

    /**
     * Meters of this registry.
     *
     * @param perKey whether each key has series of its own; otherwise each namespace has, with the worst of its keys
     */
    public KeyMeters(MeterRegistry registry, boolean perKey) {
        this.registry = registry;
        this.series = new KeySeries(registry, perKey);
        for (Phase phase : Phase.values()) {
            Gauge.builder(KEYS, series, all -> all.count(key -> key.phase() == phase))
                    .description("keys by where their rotation stands")
                    .tag("phase", phase.name())
                    .register(registry);
        }
    }

    /** The end of a pass. */
    void standing(OpenRouterKey key, Standing standing, @Nullable Progress progress) {
        KeyReading reading = KeyReading.of(key, standing, progress);
        series.put(
                key.getMetadata().getUid(),
                key.getMetadata().getNamespace(),
                key.getMetadata().getName(),
                reading);
        String reason = reading.unready();
        if (!reading.ready() && unreadyReasons.add(reason)) {
            Gauge.builder(
                            NOT_READY,
                            series,
                            all -> all.count(each -> each.unready().equals(reason)))
                    .description("keys that are not ready, by the reason of their condition")
                    .tag("reason", reason)
                    .register(registry);
        }
    }

    /** The object is gone. */
    void gone(OpenRouterKey key) {
        String uid = key.getMetadata().getUid();
        rotations.remove(uid);
        series.remove(uid, key.getMetadata().getNamespace(), key.getMetadata().getName());
    }

    /** An effect that was carried out. */
    void done(OpenRouterKey key, KeyDecision decision) {
        switch (decision) {
            case KeyDecision.Remember remember ->
                remembered(key.getMetadata().getUid(), remember.record(), remember.reason());
            case KeyDecision.Create _ -> registry.counter(CREATED).increment();
            case KeyDecision.Delete delete -> count(DELETED, delete.reason());
            case KeyDecision.Change(var _, KeyChange.SetDisabled(boolean disabled), var _, Reason reason, var _) -> {
                if (disabled) {
                    count(DISABLED, reason);
                }
            }
            case KeyDecision.Restart _ -> registry.counter(RESTARTS).increment();
            case KeyDecision.Change _,
                    KeyDecision.Guard _,
                    KeyDecision.Prove _,
                    KeyDecision.Fund _,
                    KeyDecision.Publish _,
                    KeyDecision.Rewrite _,
                    KeyDecision.Reassign _,
                    KeyDecision.Search _,
                    KeyDecision.Rest _ -> {}
        }
    }

    private void count(String counter, Reason reason) {
        registry.counter(counter, "reason", reason.text()).increment();
    }

    /** A rotation begins with an intent beside a published key, and ends when that intent is published or dropped. */
    private void remembered(String uid, KeyRecord record, Reason reason) {
        Current current = record.current();
        Pending pending = record.pending();
        Rotation open = rotations.get(uid);
        if (open != null && (pending == null || !pending.nonce().equals(open.nonce()))) {
            rotations.remove(uid);
            rotation(current != null && current.serial() == open.serial() ? "published" : "abandoned", open.reason());
        }
        if (current != null && pending != null && !rotations.containsKey(uid)) {
            rotations.put(uid, new Rotation(pending.nonce(), pending.serial(), open == null ? reason : open.reason()));
            rotation("begun", rotations.get(uid).reason());
        }
    }

    private void rotation(String outcome, Reason reason) {
        registry.counter(ROTATIONS, "outcome", outcome, "reason", reason.text()).increment();
    }
}
