package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Why a provider does not qualify. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProviderVerdict(
        @JsonPropertyDescription("Slug of the provider.") @Required
        String provider,

        @JsonPropertyDescription("Why.") @Required String reason) {}
