package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.OperatorProcess;
import java.time.Duration;

/** One of two replicas goes and another comes, under traffic. */
final class ReplicaChanges {
    /** How many admissions a Service still lets pass to a replica that stops. */
    private static final int LATE = 300;

    private final WebhookGround ground;

    ReplicaChanges(WebhookGround ground) {
        this.ground = ground;
    }

    /** What a rolling update or a drained node does to a replica; the endpoint goes late, as it does in a large cluster. */
    String stopped() {
        try (Traffic traffic = Traffic.start(ground)) {
            OperatorProcess stopping = ground.replicas().beginStop();
            traffic.awaitMore(LATE);
            ground.replicas().endStop(stopping);
            traffic.awaitMore(LATE);
            ground.replicas().add();
            traffic.awaitMore(LATE);
            return traffic.withoutFailure();
        }
    }

    /** What was in the hands of a process that dies is lost, which nobody can help; nothing else is. */
    String killed() {
        try (Traffic traffic = Traffic.start(ground)) {
            long killed = System.nanoTime();
            ground.replicas().killOne();
            traffic.awaitMore(LATE);
            ground.replicas().add();
            traffic.awaitMore(LATE);
            traffic.end();
            assertThat(traffic.failures())
                    .as("failed admissions, of " + traffic.answered())
                    .hasSizeLessThanOrEqualTo(Traffic.CLIENTS);
            long last = traffic.failures().stream()
                    .mapToLong(failure -> failure.nanos() - killed)
                    .max()
                    .orElse(0);
            return "%d admissions, %d lost in flight, the last %d ms after the kill"
                    .formatted(
                            traffic.answered(),
                            traffic.failures().size(),
                            Duration.ofNanos(last).toMillis());
        }
    }
}
