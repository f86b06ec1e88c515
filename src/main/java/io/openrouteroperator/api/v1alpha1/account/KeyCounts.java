package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Keys in the account, by who owns them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyCounts(
        @JsonPropertyDescription("Owned by an OpenRouterKey of this cluster.") @Nullable
        Integer managed,

        @JsonPropertyDescription("Not made by the operator.") @Nullable
        Integer unmanaged,

        @JsonPropertyDescription("Named by the operator, owned by no object.") @Nullable
        Integer orphaned) {}
