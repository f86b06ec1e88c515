package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A key that is being made. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PendingKey(
        @JsonPropertyDescription("Which generation of the key.") @Required
        Integer serial,

        @JsonPropertyDescription("Random part of its name, by which a lost create is found.") @Required
        String nonce,

        @JsonPropertyDescription("When it was begun, in UTC.") @Required
        String startedAt,

        @JsonPropertyDescription("Its name at OpenRouter.") @Required
        String keyName,

        @JsonPropertyDescription("What earlier keys had spent of the limit when it was begun.") @Nullable
        SpentBefore spentBefore) {}
