package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether only endpoints that keep no data may serve. */
public enum ZeroDataRetention {
    /** Only those. */
    @JsonProperty("Required")
    REQUIRED,
    /** Any. */
    @JsonProperty("NotRequired")
    NOT_REQUIRED
}
