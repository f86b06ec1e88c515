package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do when a glob newly matches something. */
public enum CatalogueGrowth {
    /** Add it. */
    @JsonProperty("Follow")
    FOLLOW,
    /** Keep the list until the policy changes. */
    @JsonProperty("Hold")
    HOLD
}
