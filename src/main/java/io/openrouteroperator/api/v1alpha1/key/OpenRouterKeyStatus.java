package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.schema.ListMapKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the key stands. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("Where the key stands.")
public record OpenRouterKeyStatus(
        @JsonPropertyDescription("Generation of the spec that this status describes.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription(
                "State of the key, by type: Ready, Reconciling, Stalled, GuardrailInSync, SecretSynced, ConsumersUpdated, Rotating.")
        @ListMapKey("type")
        List<Condition> conditions,

        @JsonPropertyDescription("Name of the policy that governs the key.") @Nullable
        String policy,

        @JsonPropertyDescription("Name of the account that holds the key.") @Nullable
        String account,

        @JsonPropertyDescription("Name of the Secret that holds the key.") @Nullable
        String secretName,

        @JsonPropertyDescription("The published key.") @Nullable
        CurrentKey current,

        @JsonPropertyDescription("Earlier keys that are not retired yet.")
        List<PreviousKey> previous,

        @JsonPropertyDescription(
                "The key that is being made; recorded before it is created, so that nothing is ever lost.")
        @Nullable
        PendingKey pending,

        @JsonPropertyDescription("Highest serial ever used.") @Nullable
        Integer lastSerial,

        @JsonPropertyDescription("What the current key was proven to be allowed before it was published.") @Nullable
        PolicyProof proof,

        @JsonPropertyDescription(
                "Where the rotation stands, in words. Example: Waiting for window Sun 02:00 Europe/Berlin.")
        @Nullable
        String rotation,

        @JsonPropertyDescription("When the key will be replaced, in UTC.") @Nullable
        String nextRotationTime,

        @JsonPropertyDescription("Requests that were carried out.") @Nullable
        HandledRequests handled,

        @JsonPropertyDescription("What the key has spent, in US dollars.") @Nullable
        KeyUsage usage,

        @JsonPropertyDescription("Set when the key at OpenRouter is not as it should be, for example disabled by hand.")
        @Nullable
        String remoteState) {
    public OpenRouterKeyStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        previous = previous == null ? List.of() : List.copyOf(previous);
    }
}
