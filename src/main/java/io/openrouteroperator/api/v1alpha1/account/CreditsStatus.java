package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Credits of the account in US dollars. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CreditsStatus(
        @JsonPropertyDescription("Credits bought, in US dollars. Example: 250.00.") @Nullable
        String total,

        @JsonPropertyDescription("Credits spent, in US dollars. Example: 31.75.") @Nullable
        String used) {}
