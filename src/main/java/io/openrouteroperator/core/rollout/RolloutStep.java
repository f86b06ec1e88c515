package io.openrouteroperator.core.rollout;

import java.util.List;

/** What comes next until every consumer has the current key. */
public sealed interface RolloutStep {
    /** Mark this workload's template with the current key: one write. */
    record Restart(WorkloadRef workload) implements RolloutStep {}

    /**
     * Some pods hold an earlier key.
     *
     * @param words which, and what is waited for
     * @param pods their names
     * @param onSomebody whether only a person, or the end of a Job, moves any of them; such a wait must hold up nobody else
     */
    record Waiting(String words, List<String> pods, boolean onSomebody) implements RolloutStep {
        public Waiting {
            pods = List.copyOf(pods);
        }
    }

    /** Nobody who reads at start holds an earlier key. */
    record Done() implements RolloutStep {}
}
