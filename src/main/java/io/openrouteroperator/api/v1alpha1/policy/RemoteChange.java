package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do about a change made at OpenRouter by hand. */
public enum RemoteChange {
    /** Say so and leave it. */
    @JsonProperty("Report")
    REPORT,
    /** Make a new key. */
    @JsonProperty("Replace")
    REPLACE
}
