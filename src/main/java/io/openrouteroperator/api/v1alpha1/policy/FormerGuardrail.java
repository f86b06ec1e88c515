package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** A guardrail that no class has any more. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormerGuardrail(
        @JsonPropertyDescription("Id of the guardrail at OpenRouter.") @Required
        String id,

        @JsonPropertyDescription("Name of the classification that it was made for.") @Required
        String classification) {}
