package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What a key has spent, in US dollars. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyUsage(
        @JsonPropertyDescription("US dollars spent since midnight UTC.") @Nullable
        String daily,

        @JsonPropertyDescription("US dollars spent since the first of the month.") @Nullable
        String monthly,

        @JsonPropertyDescription("US dollars left until the next reset of the limit.") @Nullable
        String remaining,

        @JsonPropertyDescription("Day of the last call with the current key, in UTC, where OpenRouter tells it.")
        @Nullable
        String lastUsedOn) {}
