package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.key.KeyHash;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that can be restarted through its pod template.
 *
 * @param readsAtStart whether its template reads the key when a container starts, and not again
 * @param rolledOutHash the key its template was last marked with, null when never
 * @param hold what keeps it from replacing its pods
 * @param partition the lowest ordinal it replaces; 0 for all
 * @param failing whether its controller gave its rollout up
 */
public record Workload(
        WorkloadRef ref,
        boolean readsAtStart,
        @Nullable String rolledOutHash,
        Hold hold,
        int partition,
        boolean failing) {
    /** Whether its template is marked with this key: it was restarted, by us or by a process before us. */
    public boolean carries(KeyHash key) {
        return RolloutAnnotation.value(key).equals(rolledOutHash);
    }

    /** Whether it leaves this pod alone, whatever its template says. */
    boolean keeps(ConsumerPod pod) {
        return hold == Hold.PARTITIONED ? pod.ordinal() < partition : !hold.letsRestart();
    }
}
