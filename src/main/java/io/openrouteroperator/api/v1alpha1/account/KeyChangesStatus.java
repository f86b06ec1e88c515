package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Key changes spent on one UTC day. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyChangesStatus(
        @JsonPropertyDescription("The UTC day counted. Example: 2026-11-24.") @Nullable
        String day,

        @JsonPropertyDescription("Key changes spent on that day.") @Nullable
        Integer used,

        @JsonPropertyDescription("The ration in force per day, lowered where OpenRouter reported a smaller one.")
        @Nullable
        Integer perDay,

        @JsonPropertyDescription(
                "The quota per day that OpenRouter reported, where it is smaller than what spec.keyChanges.perDay asks for. Forgotten once that asks for no more.")
        @Nullable
        Integer quota,

        @JsonPropertyDescription(
                "When changes go on after OpenRouter refused one for the day, in UTC; absent otherwise.")
        @Nullable
        String parkedUntil) {}
