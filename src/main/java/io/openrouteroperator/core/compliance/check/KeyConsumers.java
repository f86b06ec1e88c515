package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedWorkload;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which workloads read which key. */
public final class KeyConsumers {
    private static final int MOST_NAMED = 5;

    private final Map<String, List<ObservedWorkload>> bySecret;

    private KeyConsumers(Map<String, List<ObservedWorkload>> bySecret) {
        this.bySecret = bySecret;
    }

    /** The consumers as the workloads of a snapshot refer to Secrets. */
    public static KeyConsumers of(Snapshot snapshot) {
        Map<String, List<ObservedWorkload>> bySecret = new HashMap<>();
        snapshot.workloads()
                .forEach(workload -> workload.secrets()
                        .forEach(secret -> bySecret.computeIfAbsent(
                                        workload.namespace() + "/" + secret, _ -> new ArrayList<>())
                                .add(workload)));
        return new KeyConsumers(bySecret);
    }

    /** The workloads that read the Secret of a key. */
    public List<ObservedWorkload> of(ObservedKey key) {
        return List.copyOf(bySecret.getOrDefault(key.name().namespace() + "/" + key.secret(), List.of()));
    }

    Observation observation(ObservedKey key) {
        List<ObservedWorkload> readers = of(key);
        if (readers.size() <= 1) {
            return Observation.holds(
                    Subject.of(key),
                    readers.isEmpty() ? "no workload reads it" : "read by " + readers.getFirst() + " alone");
        }
        String accounts = readers.stream()
                .map(ObservedWorkload::serviceAccount)
                .distinct()
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String names = readers.stream()
                .map(ObservedWorkload::toString)
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return Observation.breaks(
                Subject.of(key),
                "%d workloads share it: %s; service accounts: %s; give each its own OpenRouterKey"
                        .formatted(readers.size(), names, accounts));
    }
}
