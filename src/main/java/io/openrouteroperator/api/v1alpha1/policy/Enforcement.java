package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a violation at admission. */
public enum Enforcement {
    /** Refuse the request. */
    @JsonProperty("Enforce")
    ENFORCE,
    /** Admit it with a warning. */
    @JsonProperty("Warn")
    WARN,
    /** Admit it and record it. */
    @JsonProperty("Audit")
    AUDIT
}
