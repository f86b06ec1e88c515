package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do with a remote key that carries our name but that no object owns. */
public enum OrphanPolicy {
    /** Delete it, with proof that it is ours. */
    @JsonProperty("Delete")
    DELETE,
    /** Only report it. */
    @JsonProperty("Report")
    REPORT
}
