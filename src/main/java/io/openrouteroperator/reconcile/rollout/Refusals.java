package io.openrouteroperator.reconcile.rollout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Workloads whose restart the cluster refused; asked again after a while, since policies and rights change. */
public final class Refusals {
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    public Refusals(Clock clock) {
        this.clock = clock;
    }

    void add(String uid) {
        until.values().removeIf(end -> !clock.instant().isBefore(end));
        until.put(uid, clock.instant().plus(LASTS));
    }

    boolean has(String uid) {
        Instant end = until.get(uid);
        return end != null && clock.instant().isBefore(end);
    }
}
