package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A workload that the rules do not apply to until a date. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Exemption(
        @JsonPropertyDescription("Namespace of the workload.") @Required
        String namespace,

        @JsonPropertyDescription("Service account of the workload. Default: every one of the namespace.") @Nullable
        String serviceAccount,

        @JsonPropertyDescription("Why, for the reviewer. Example: TICKET-12.") @Required
        String reason,

        @JsonPropertyDescription("When the exemption ends, in UTC. Example: 2027-01-31T00:00:00Z.") @Required
        String until) {}
