package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** A key that is being made. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PendingKey(
        @JsonPropertyDescription("Which generation.") @Required
        Integer serial,

        @JsonPropertyDescription("Random part of its name, by which a lost create is found.") @Required
        String nonce,

        @JsonPropertyDescription("When it was begun.") @Required
        String startedAt,

        @JsonPropertyDescription("Its name at OpenRouter.") @Required
        String keyName) {}
