package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How consumers get a new key. */
public enum RolloutStrategy {
    /** Restart those that cannot see it otherwise. */
    @JsonProperty("Restart")
    RESTART,
    /** Touch nobody. */
    @JsonProperty("None")
    NONE
}
