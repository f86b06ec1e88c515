package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Evidence that a key was within its policy before it was published. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PolicyProof(
        @JsonPropertyDescription("When it was proven, in UTC.") @Required
        String provenAt,

        @JsonPropertyDescription("Id of the guardrail it was bound to.") @Required
        String guardrailId,

        @JsonPropertyDescription("Number of models it could use.") @Required
        Integer usableModels,

        @JsonPropertyDescription("SHA-256 over the sorted list of those models.") @Required
        String modelsHash,

        @JsonPropertyDescription("Short hash of the compiled rules it was compared with.") @Required
        String policyRevision) {}
