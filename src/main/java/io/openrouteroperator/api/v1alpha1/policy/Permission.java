package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether something is allowed. */
public enum Permission {
    /** It is. */
    @JsonProperty("Allow")
    ALLOW,
    /** It is not. */
    @JsonProperty("Deny")
    DENY
}
