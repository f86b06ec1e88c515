package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** An earlier key that still works. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PreviousKey(
        @JsonPropertyDescription("Which generation of the key.") @Required
        Integer serial,

        @JsonPropertyDescription("SHA-256 of the key in hexadecimal, its identifier at OpenRouter.") @Required
        String hash,

        @JsonPropertyDescription("When it is retired at the latest, in UTC.") @Nullable
        String retireAfter,

        @JsonPropertyDescription("What it had spent at the last poll, in US dollars.") @Nullable
        String lastUsage) {}
