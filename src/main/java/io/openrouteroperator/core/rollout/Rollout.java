package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings a published key to those who read it at start. A workload is restarted only while one of its pods holds an earlier key and
 * its template is not marked with the current one, so that nothing is restarted twice and what is scaled to zero is left alone.
 */
public final class Rollout {
    /** A container may have read the Secret this long before its kubelet reports that it runs. */
    static final Duration REPORT_LAG = Duration.ofSeconds(30);

    private Rollout() {}

    /**
     * The next step.
     *
     * @param seen who refers to the key
     * @param current the key in the Secret
     * @param publishedAt when it was written there
     * @param restarts whether the owner wants consumers to be restarted
     */
    public static RolloutStep next(Consumers seen, KeyHash current, Instant publishedAt, boolean restarts) {
        if (seen.hidden()) {
            return RolloutWait.HIDDEN;
        }
        List<ConsumerPod> stale = stalePods(seen, current, publishedAt);
        if (stale.isEmpty()) {
            return afterTheLast(seen, current, publishedAt);
        }
        Optional<WorkloadRef> due = restarts ? due(seen, current, stale) : Optional.empty();
        return due.<RolloutStep>map(RolloutStep.Restart::new)
                .orElseGet(() -> new RolloutWait(seen, restarts).over(stale));
    }

    /** Pods that may hold an earlier key than the one published then, by name. */
    public static List<ConsumerPod> stalePods(Consumers seen, KeyHash current, Instant publishedAt) {
        return seen.pods().stream()
                .filter(pod -> pod.isStale(current, publishedAt))
                .sorted(Comparator.comparing(ConsumerPod::name))
                .toList();
    }

    /** Whether whatever started while the key was published shows by now which one it read. */
    public static boolean isSettled(Instant publishedAt, Instant now) {
        return !now.isBefore(publishedAt.plus(REPORT_LAG));
    }

    /** What starts while the key is published shows only later which one it read. */
    private static RolloutStep afterTheLast(Consumers seen, KeyHash current, Instant publishedAt) {
        List<ConsumerPod> starting = isSettled(publishedAt, seen.seenAt())
                ? List.of()
                : seen.pods().stream().filter(pod -> pod.isStarting(current)).toList();
        return starting.isEmpty() ? new RolloutStep.Done() : RolloutWait.whileStarting(starting);
    }

    private static Optional<WorkloadRef> due(Consumers seen, KeyHash current, List<ConsumerPod> stale) {
        return seen.workloads().stream()
                .filter(workload -> workload.hold().letsRestart() && !workload.carries(current))
                .map(Workload::ref)
                .filter(workload -> stale.stream().anyMatch(pod -> pod.isOf(workload) && !pod.ending()))
                .min(Comparator.comparing(WorkloadRef::words));
    }
}
