package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** The daily ration of key changes. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyChangeBudget(
        @JsonPropertyDescription(
                "Key changes (create, update, delete) per UTC day that the operator may spend. A rotation costs four. Default: 8000. The operator lowers it when OpenRouter reports a smaller quota.")
        @Default("8000")
        @Min(1)
        @Max(1000000)
        @Nullable
        Integer perDay,

        @JsonPropertyDescription(
                "Percent of the day's changes kept back for revoking, healing and new keys. Default: 20.")
        @Default("20")
        @Min(0)
        @Max(90)
        @Nullable
        Integer reservePercent) {}
