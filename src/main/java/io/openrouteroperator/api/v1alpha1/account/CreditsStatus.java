package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Credits of the account in US dollars. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CreditsStatus(
        @JsonPropertyDescription("Bought.") @Nullable String total,
        @JsonPropertyDescription("Spent.") @Nullable String used) {}
