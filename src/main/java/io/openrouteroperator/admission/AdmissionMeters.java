package io.openrouteroperator.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.openrouteroperator.admission.caller.Stranger;
import io.openrouteroperator.admission.review.Operation;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.Rule;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What Prometheus learns about admission, by kind, operation and decision. Whoever sends requests cannot make series: kinds that no
 * rule is about share one. Counters are made once, so that a request costs two lookups.
 */
public final class AdmissionMeters {
    static final String REQUESTS = "openrouter.admission.requests";
    static final String DURATION = "openrouter.admission.duration";
    static final String VIOLATIONS = "openrouter.admission.violations";
    static final String UNANSWERED = "openrouter.admission.unanswered";
    static final String STRANGERS = "openrouter.admission.strangers";

    private static final String OTHER = "other";
    private static final Set<String> KINDS = Set.of(
            "Pod",
            "Secret",
            "ConfigMap",
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "PodTemplate",
            "Job",
            "CronJob",
            "Rollout",
            "Service");

    /** Around what is promised (a few milliseconds), and up to the three seconds that the API server waits. */
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(4),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final MeterRegistry registry;
    private final Timer duration;
    private final Counter unanswered;
    private final Map<Series, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Rule, Counter> violations = new ConcurrentHashMap<>();

    private record Series(String kind, Operation operation, String decision) {}

    /** Meters in {@code registry}. */
    public AdmissionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.duration = Timer.builder(DURATION).serviceLevelObjectives(BUCKETS).register(registry);
        this.unanswered = registry.counter(UNANSWERED);
        Stream.of(Rule.values()).forEach(this::violations);
        Stream.of(Stranger.values()).forEach(this::strangers);
    }

    /** A review was answered; violations count whatever the policy does about them. */
    void answered(Review review, AdmissionDecision decision, Duration took) {
        duration.record(took);
        String kind = KINDS.contains(review.kind()) ? review.kind() : OTHER;
        requests.computeIfAbsent(new Series(kind, review.operation(), decision(decision)), this::requests)
                .increment();
        decision.found().forEach(violation -> violations(violation.rule()).increment());
    }

    /** A request got no answer but an error. */
    void unanswered() {
        unanswered.increment();
    }

    /** A request of somebody who may not ask for reviews was turned away. */
    void turnedAway(Stranger stranger) {
        strangers(stranger).increment();
    }

    private Counter strangers(Stranger stranger) {
        return registry.counter(STRANGERS, "reason", stranger.id());
    }

    private Counter requests(Series series) {
        return registry.counter(
                REQUESTS,
                "kind",
                series.kind(),
                "operation",
                series.operation().name().toLowerCase(Locale.ROOT),
                "decision",
                series.decision());
    }

    private Counter violations(Rule rule) {
        return violations.computeIfAbsent(rule, broken -> registry.counter(VIOLATIONS, "rule", broken.id()));
    }

    private static String decision(AdmissionDecision decision) {
        return switch (decision) {
            case Allow _ -> "allow";
            case Warn _ -> "warn";
            case Deny _ -> "deny";
        };
    }
}
