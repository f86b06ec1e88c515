package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of the remote key when the object is deleted. */
public enum DeletionPolicy {
    /** Delete it. */
    @JsonProperty("Delete")
    DELETE,
    /** Disable it, keeping its history. */
    @JsonProperty("Disable")
    DISABLE,
    /** Leave it working. */
    @JsonProperty("Retain")
    RETAIN
}
