package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Key changes spent on one UTC day. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyChangesStatus(
        @JsonPropertyDescription("The UTC day counted. Example: 2026-11-24.") @Nullable
        String day,

        @JsonPropertyDescription("Changes spent on that day.") @Nullable
        Integer used,

        @JsonPropertyDescription("The ration in force, learned down from OpenRouter where it told a smaller one.")
        @Nullable
        Integer perDay,

        @JsonPropertyDescription("When changes go on after OpenRouter refused one for the day; absent otherwise.")
        @Nullable
        String parkedUntil) {}
