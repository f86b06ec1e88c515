package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules mean today. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRouterPolicyStatus(
        @JsonPropertyDescription("Generation of the spec that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Ready, ProvidersResolved, GuardrailsInSync.")
        List<Condition> conditions,

        @JsonPropertyDescription("Keys under this policy.") @Nullable
        Integer keys,

        @JsonPropertyDescription("Each classification as compiled from the catalogue.")
        List<ClassificationStatus> classifications) {
    public OpenRouterPolicyStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
    }
}
