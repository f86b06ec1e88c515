package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.schema.ListMapKey;
import io.openrouteroperator.api.schema.ListSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules mean today. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("What the rules mean today.")
public record OpenRouterPolicyStatus(
        @JsonPropertyDescription("Generation of the spec that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription(
                "State of the policy, by type: Ready, ProvidersResolved, GuardrailsInSync, ObjectsConform, UsageConforms.")
        @ListMapKey("type")
        List<Condition> conditions,

        @JsonPropertyDescription("Number of keys under this policy.") @Nullable
        Integer keys,

        @JsonPropertyDescription("Each classification as compiled from the catalogue.") @ListMapKey("name")
        List<ClassificationStatus> classifications,

        @JsonPropertyDescription(
                "Guardrails of classifications that were removed or moved; each is deleted once nothing is bound to it.")
        @ListMapKey("id")
        List<FormerGuardrail> formerGuardrails,

        @JsonPropertyDescription("Attestations that have ended, each with its end; the audit log tells of each once.")
        @ListSet
        List<String> endedAttestations) {
    public OpenRouterPolicyStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        formerGuardrails = formerGuardrails == null ? List.of() : List.copyOf(formerGuardrails);
        endedAttestations = endedAttestations == null ? List.of() : List.copyOf(endedAttestations);
    }

    /** The same, and these guardrails are left over. */
    public OpenRouterPolicyStatus withFormerGuardrails(List<FormerGuardrail> left) {
        return new OpenRouterPolicyStatus(
                observedGeneration, conditions, keys, classifications, left, endedAttestations);
    }

    /** The same, and these attestations have ended. */
    public OpenRouterPolicyStatus withEndedAttestations(List<String> ended) {
        return new OpenRouterPolicyStatus(
                observedGeneration, conditions, keys, classifications, formerGuardrails, ended);
    }
}
