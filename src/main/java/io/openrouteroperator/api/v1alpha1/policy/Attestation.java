package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** A review item that a person vouches for. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Attestation(
        @JsonPropertyDescription("Id of the control.") @Required
        String control,

        @JsonPropertyDescription("Link to the evidence.") @Required
        String evidence,

        @JsonPropertyDescription("Who vouches.") @Required String by,

        @JsonPropertyDescription("When the attestation ends, in UTC. Example: 2027-03-01T00:00:00Z.") @Required
        String validUntil) {}
