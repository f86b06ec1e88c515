package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Why a provider does not qualify. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProviderVerdict(
        @JsonPropertyDescription("Slug of the provider, as the policy names it.") @Required
        String provider,

        @JsonPropertyDescription("Why it does not qualify. Example: its datacenters are unknown.") @Required
        String reason) {}
