package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** The daily ration of key changes. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyChangeBudget(
        @JsonPropertyDescription("Key changes per UTC day that the operator may spend. Default 8000.")
        @Default("8000")
        @Nullable
        Integer perDay,

        @JsonPropertyDescription("Share of the day's changes kept for revoking, healing and new keys. Default 20.")
        @Default("20")
        @Nullable
        Integer reservePercent) {}
