package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether own provider credentials must be used. */
public enum ByokRequirement {
    /** Only own credentials. */
    @JsonProperty("Required")
    REQUIRED,
    /** Any credentials. */
    @JsonProperty("NotRequired")
    NOT_REQUIRED
}
