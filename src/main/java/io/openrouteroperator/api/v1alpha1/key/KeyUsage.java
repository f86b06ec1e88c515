package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What a key has spent, in US dollars. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyUsage(
        @JsonPropertyDescription("Since midnight UTC.") @Nullable
        String daily,

        @JsonPropertyDescription("Since the first of the month.") @Nullable
        String monthly,

        @JsonPropertyDescription("Left until the next reset.") @Nullable
        String remaining) {}
