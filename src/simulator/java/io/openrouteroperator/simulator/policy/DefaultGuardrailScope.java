package io.openrouteroperator.simulator.policy;

/** What a workspace's default guardrail covers. OpenRouter's own texts contradict each other, so both readings can be chosen. */
public enum DefaultGuardrailScope {
    /** All traffic of the workspace, on top of a key's own guardrail. */
    ALL_TRAFFIC,
    /** Only keys without a guardrail of their own. */
    UNASSIGNED_ONLY
}
