package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** A reference to an OpenRouterAccount. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccountRef(
        @JsonPropertyDescription("Name of the OpenRouterAccount.") @Required
        String name) {}
