package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.openrouteroperator.api.schema.ObjectName;

/** A reference to an OpenRouterPolicy. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PolicyRef(
        @JsonPropertyDescription("Name of the OpenRouterPolicy. Example: corporate.") @Required @ObjectName
        String name) {}
