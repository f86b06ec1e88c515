package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The published key. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CurrentKey(
        @JsonPropertyDescription("Which generation of the key, counted from 1.") @Required
        Integer serial,

        @JsonPropertyDescription("SHA-256 of the key in hexadecimal, its identifier at OpenRouter.") @Required
        String hash,

        @JsonPropertyDescription("The masked key. Example: sk-or-v1-0e6...1c96.") @Nullable
        String label,

        @JsonPropertyDescription("When it was made, in UTC.") @Nullable
        String createdAt,

        @JsonPropertyDescription("When OpenRouter stops accepting it, in UTC.") @Nullable
        String expiresAt,

        @JsonPropertyDescription("When it came into the Secret, in UTC.") @Nullable
        String publishedAt,

        @JsonPropertyDescription("When the last consumer of an earlier key was seen to be gone, in UTC.") @Nullable
        String rolledOutAt,

        @JsonPropertyDescription(
                "What earlier keys had spent of the limit; its own limit is lower by that until the reset.")
        @Nullable
        SpentBefore spentBefore,

        @JsonPropertyDescription("When its owner revoked it, in UTC.") @Nullable
        String revokedAt) {}
