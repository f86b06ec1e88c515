package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DnsLabel;
import io.openrouteroperator.api.schema.Format;
import io.openrouteroperator.api.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/** A workload that the rules do not apply to until a date. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Exemption(
        @JsonPropertyDescription("Namespace of the workload. Example: legacy.") @Required @DnsLabel
        String namespace,

        @JsonPropertyDescription(
                "Service account of the workload. Default: every one of the namespace. Example: batch.")
        @ObjectName
        @Nullable
        String serviceAccount,

        @JsonPropertyDescription("Why, for the reviewer; at most 500 characters. Example: TICKET-12.")
        @Required
        @Size(max = 500)
        @ValidationRule(
                value = "self.trim().size() > 0",
                message =
                        "reason must say why the exemption exists, for whoever reviews it; write the number of a ticket")
        String reason,

        @JsonPropertyDescription(
                "When the exemption ends, as a date and time with zone. Example: 2027-01-31T00:00:00Z.")
        @Required
        @Format("date-time")
        String until) {}
