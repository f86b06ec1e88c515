package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The key a service asks for. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRouterKeySpec(
        @JsonPropertyDescription("Class of the data that the service sends. Example: confidential.") @Required
        String classification,

        @JsonPropertyDescription("The policy to use. Default: the one policy that governs this namespace.") @Nullable
        PolicyRef policyRef,

        @JsonPropertyDescription("The Secret that the key is delivered in.") @Nullable
        SecretTemplate secret,

        @JsonPropertyDescription(
                "Spending limit of the key, at most what the classification allows. Default: the maximum of the classification.")
        @Nullable
        KeyLimit limit,

        @JsonPropertyDescription("Rotation of this key, only stricter than the policy.") @Nullable
        KeyRotation rotation,

        @JsonPropertyDescription("How consumers get a new key.") @Nullable
        Rollout rollout,

        @JsonPropertyDescription(
                "true: take over the unmanaged key that is already in the Secret, then rotate it. Default false.")
        @Default("false")
        @Nullable
        Boolean adopt,

        @JsonPropertyDescription(
                "What becomes of the key at OpenRouter when this object is deleted: Delete, Disable or Retain. Default Delete.")
        @Default("Delete")
        @Nullable
        DeletionPolicy deletionPolicy) {}
