package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.openrouteroperator.api.schema.ObjectName;

/** A reference to an OpenRouterAccount. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccountRef(
        @JsonPropertyDescription("Name of the OpenRouterAccount. Example: production.") @Required @ObjectName
        String name) {}
