package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Evidence that a key was within its policy before it was published. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyProof(
        @JsonPropertyDescription("When.") @Required String provenAt,

        @JsonPropertyDescription("The guardrail it was bound to.") @Required
        String guardrailId,

        @JsonPropertyDescription("Models it could use.") @Required
        Integer usableModels,

        @JsonPropertyDescription("SHA-256 over the sorted list of those models.") @Required
        String modelsHash,

        @JsonPropertyDescription("The compiled rules it was compared with.") @Required
        String policyRevision) {}
