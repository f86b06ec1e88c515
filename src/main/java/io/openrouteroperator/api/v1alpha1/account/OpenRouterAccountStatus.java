package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator last saw of the account. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRouterAccountStatus(
        @JsonPropertyDescription("Generation of the spec that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Ready, ManagementKeyValid, AuditTrailConfigured, RateLimited.")
        List<Condition> conditions,

        @JsonPropertyDescription("Id of the workspace that keys are created in.") @Nullable
        String workspaceId,

        @JsonPropertyDescription("Credits of the account in US dollars.") @Nullable
        CreditsStatus credits,

        @JsonPropertyDescription("Keys in the account, by who owns them.") @Nullable
        KeyCounts keys,

        @JsonPropertyDescription("Key changes spent today.") @Nullable
        KeyChangesStatus keyChanges) {
    public OpenRouterAccountStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
