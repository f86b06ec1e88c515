package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.schema.ListMapKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator last saw of the account. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("What the operator last saw of the account.")
public record OpenRouterAccountStatus(
        @JsonPropertyDescription("Generation of the spec that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription(
                "State of the account, by type: Ready, ManagementKeyValid, AuditTrailConfigured, RateLimited, KeyChangeBudget, OrphansFound, UnmanagedKeysUsed.")
        @ListMapKey("type")
        List<Condition> conditions,

        @JsonPropertyDescription("Id of the workspace that keys are created in.") @Nullable
        String workspaceId,

        @JsonPropertyDescription("Credits of the account in US dollars.") @Nullable
        CreditsStatus credits,

        @JsonPropertyDescription("Keys in the account, by who owns them.") @Nullable
        KeyCounts keys,

        @JsonPropertyDescription("Key changes spent today, of the daily ration.") @Nullable
        KeyChangesStatus keyChanges,

        @JsonPropertyDescription(
                "Keys of deleted objects that are still to be deleted, disabled or renamed at OpenRouter; at most 2000.")
        List<RetiringKey> retireQueue) {
    public OpenRouterAccountStatus {
        retireQueue = retireQueue == null ? List.of() : List.copyOf(retireQueue);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
