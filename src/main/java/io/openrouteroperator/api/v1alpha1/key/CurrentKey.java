package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The published key. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CurrentKey(
        @JsonPropertyDescription("Which generation of the key.") @Required
        Integer serial,

        @JsonPropertyDescription("SHA-256 of the key, its identifier at OpenRouter.") @Required
        String hash,

        @JsonPropertyDescription("The masked key.") @Nullable
        String label,

        @JsonPropertyDescription("When it was made.") @Nullable
        String createdAt,

        @JsonPropertyDescription("When OpenRouter stops accepting it.") @Nullable
        String expiresAt) {}
