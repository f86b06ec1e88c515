package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** An earlier key, until it is deleted. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PreviousKey(
        @JsonPropertyDescription("Which generation of the key.") @Required
        Integer serial,

        @JsonPropertyDescription("SHA-256 of the key in hexadecimal, its identifier at OpenRouter.") @Required
        String hash,

        @JsonPropertyDescription("When another key took its place in the Secret, in UTC.") @Nullable
        String supersededAt,

        @JsonPropertyDescription("When it is retired at the latest, in UTC.") @Nullable
        String retireAfter,

        @JsonPropertyDescription(
                "What it had spent when it was last seen to be used after its consumers were gone, in US dollars.")
        @Nullable
        String lastUsage,

        @JsonPropertyDescription("When that was seen, in UTC.") @Nullable
        String lastUsageAt,

        @JsonPropertyDescription("When it was retired, in UTC: it is disabled, and deleted after a soak.") @Nullable
        String retiredAt,

        @JsonPropertyDescription("true: its owner asked for it back, so it works until retireAfter.") @Nullable
        Boolean restored) {}
