package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One classification as compiled from the catalogue. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClassificationStatus(
        @JsonPropertyDescription("Name of the classification.") @Required
        String name,

        @JsonPropertyDescription("Id of the workspace of its keys.") @Nullable
        String workspaceId,

        @JsonPropertyDescription("Id of the guardrail that enforces it at OpenRouter.") @Nullable
        String guardrailId,

        @JsonPropertyDescription("Short hash of the compiled rules; changes whenever they do.") @Nullable
        String revision,

        @JsonPropertyDescription("Number of keys of this class.") @Nullable
        Integer keys,

        @JsonPropertyDescription("Providers that may serve; empty when the rules leave none, and * when any may.")
        List<String> effectiveProviders,

        @JsonPropertyDescription("Number of models that may be used; absent when all may.") @Nullable
        Integer effectiveModelCount,

        @JsonPropertyDescription("Named providers that do not qualify, each with the reason.")
        List<ProviderVerdict> excluded) {
    public ClassificationStatus {
        effectiveProviders = effectiveProviders == null ? List.of() : List.copyOf(effectiveProviders);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
    }
}
