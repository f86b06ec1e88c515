package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do about a managed key found outside its Secret. */
public enum LeakResponse {
    /** Say so. */
    @JsonProperty("Report")
    REPORT,
    /** Replace the key at once, without overlap. */
    @JsonProperty("Revoke")
    REVOKE
}
