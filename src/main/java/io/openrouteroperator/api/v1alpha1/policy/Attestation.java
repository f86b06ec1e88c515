package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DnsLabel;
import io.openrouteroperator.api.schema.Format;

/** A review item that a person vouches for. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attestation(
        @JsonPropertyDescription("Id of the control that is vouched for. Example: provider-dpa.") @Required @DnsLabel
        String control,

        @JsonPropertyDescription(
                "Where the evidence is found; at most 2048 characters. Example: https://wiki.example/dpa.")
        @Required
        @Size(max = 2048)
        @ValidationRule(
                value = "self.trim().size() > 0",
                message = "evidence must say where a reviewer finds the proof; write its address")
        String evidence,

        @JsonPropertyDescription("Who vouches. Example: security@example.org.")
        @Required
        @Size(max = 200)
        @ValidationRule(value = "self.trim().size() > 0", message = "by must name who vouches; write a mail address")
        String by,

        @JsonPropertyDescription(
                "When the attestation ends, as a date and time with zone. Example: 2027-03-01T00:00:00Z.")
        @Required
        @Format("date-time")
        String validUntil) {}
