package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a spending limit starts afresh, in UTC. */
public enum Reset {
    /** At midnight. */
    @JsonProperty("Daily")
    DAILY,
    /** On Monday. */
    @JsonProperty("Weekly")
    WEEKLY,
    /** On the first of the month. */
    @JsonProperty("Monthly")
    MONTHLY,
    /** Never. */
    @JsonProperty("Never")
    NEVER
}
