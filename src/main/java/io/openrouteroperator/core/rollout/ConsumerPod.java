package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pod that is not finished and refers to the key.
 *
 * @param ownership what kind of thing made it
 * @param controller the top of its chain of owners, null for a bare pod
 * @param readsAtStart whether a container reads the key when it starts, and not again
 * @param readSince since when the longest-running such container runs, null when none runs yet
 * @param hash the key its template was marked with when it was made, null when with none
 * @param ending whether somebody deleted it already; it may still call
 * @param trouble why it does not get ready, or does not end, null when it does
 */
public record ConsumerPod(
        String name,
        Ownership ownership,
        @Nullable WorkloadRef controller,
        boolean readsAtStart,
        @Nullable Instant readSince,
        @Nullable String hash,
        boolean ending,
        @Nullable String trouble) {
    /** What made a pod. */
    public enum Ownership {
        /** A workload that can be restarted through its template. */
        WORKLOAD,
        /** A Job: it ends by itself. */
        JOB,
        /** Nobody: it is not made again. */
        BARE,
        /** Something whose pods the operator cannot replace. */
        UNKNOWN
    }

    /** How far the clocks of nodes may be off, and how long a container takes from reading the Secret to running. */
    static final Duration ALLOWANCE = Duration.ofSeconds(10);

    /** Whether it may hold an earlier key than the one published then. */
    public boolean isStale(KeyHash current, Instant publishedAt) {
        return readsAtStart
                && readSince != null
                && readSince.isBefore(publishedAt.plus(ALLOWANCE))
                && !RolloutAnnotation.value(current).equals(hash);
    }

    /** Whether it runs no such container yet, as far as its kubelet reported. */
    boolean isStarting(KeyHash current) {
        return readsAtStart
                && readSince == null
                && !ending
                && !RolloutAnnotation.value(current).equals(hash);
    }

    /** Number at the end of its name, as a StatefulSet gives it; 0 when there is none. */
    int ordinal() {
        String last = name.substring(name.lastIndexOf('-') + 1);
        return last.matches("[0-9]{1,9}") ? Integer.parseInt(last) : 0;
    }

    boolean isOf(WorkloadRef workload) {
        return controller != null && controller.uid().equals(workload.uid());
    }
}
