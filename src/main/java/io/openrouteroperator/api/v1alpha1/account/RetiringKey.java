package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.openrouteroperator.api.v1alpha1.key.DeletionPolicy;
import org.jspecify.annotations.Nullable;

/** A key whose object is gone. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RetiringKey(
        @JsonPropertyDescription("Identifier of the key at OpenRouter; absent when its creation got lost.") @Nullable
        String hash,

        @JsonPropertyDescription("Name of the key at OpenRouter, when only that is known.") @Nullable
        String keyName,

        @JsonPropertyDescription("Whose key it was, as namespace/name.") @Nullable
        String owner,

        @JsonPropertyDescription("What becomes of it: Delete, Disable or Retain.") @Nullable
        DeletionPolicy fate,

        @JsonPropertyDescription("When its object was deleted, in UTC.") @Nullable
        String since) {}
