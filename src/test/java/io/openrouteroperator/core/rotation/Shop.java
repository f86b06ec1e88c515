package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rollout.Hold;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.Workload;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Deployment that reads the key, as the tests of the key protocol need it; core.rollout tests every other shape. */
final class Shop {
    static final WorkloadRef DEPLOYMENT = new WorkloadRef("apps/v1", "Deployment", "shop", "checkout", "uid-1");

    private Shop() {}

    /** Its template is marked with this key, and its pods run since then. */
    static Consumers running(@Nullable KeyHash marked, Instant since, String... pods) {
        return with(Hold.NONE, marked, since, pods);
    }

    /** Somebody paused it. */
    static Consumers paused(Instant since, String... pods) {
        return with(Hold.PAUSED, null, since, pods);
    }

    private static Consumers with(Hold hold, @Nullable KeyHash marked, Instant since, String... pods) {
        @Nullable String hash = marked == null ? null : RolloutAnnotation.value(marked);
        return new Consumers(
                List.of(new Workload(DEPLOYMENT, true, hash, hold, 0, false)),
                Stream.of(pods).map(pod -> pod(pod, since)).toList(),
                Situation.NOW);
    }

    private static ConsumerPod pod(String name, Instant since) {
        return new ConsumerPod(name, ConsumerPod.Ownership.WORKLOAD, DEPLOYMENT, true, since, null, false, null);
    }
}
