package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** A reference to an OpenRouterPolicy. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyRef(
        @JsonPropertyDescription("Name of the OpenRouterPolicy.") @Required
        String name) {}
