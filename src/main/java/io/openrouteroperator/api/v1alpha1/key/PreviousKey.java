package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** An earlier key that still works. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreviousKey(
        @JsonPropertyDescription("Which generation.") @Required
        Integer serial,

        @JsonPropertyDescription("SHA-256 of the key.") @Required
        String hash,

        @JsonPropertyDescription("When it is retired.") @Nullable
        String retireAfter,

        @JsonPropertyDescription("Its usage at the last poll.") @Nullable
        String lastUsage) {}
