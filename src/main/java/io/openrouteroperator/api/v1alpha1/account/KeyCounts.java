package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Keys in the account, by who owns them. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyCounts(
        @JsonPropertyDescription("Number of keys that an OpenRouterKey of this cluster owns.") @Nullable
        Integer managed,

        @JsonPropertyDescription("Number of keys that the operator did not make.") @Nullable
        Integer unmanaged,

        @JsonPropertyDescription("Number of keys that the operator named but that no object owns.") @Nullable
        Integer orphaned) {}
