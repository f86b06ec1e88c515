package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DnsLabel;
import io.openrouteroperator.api.schema.ListSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key a service asks for. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("The key a service asks for.")
public record OpenRouterKeySpec(
        @JsonPropertyDescription(
                "Class of the data that the service sends, as a policy names it. Example: confidential.")
        @Required
        @DnsLabel
        String classification,

        @JsonPropertyDescription(
                "The policy to use. Default: the one policy that governs this namespace. Example: {name: corporate}.")
        @Nullable
        PolicyRef policyRef,

        @JsonPropertyDescription(
                "The Secret that the key is delivered in. Default: one named as this object, with the entry OPENROUTER_API_KEY.")
        @Nullable
        SecretTemplate secret,

        @JsonPropertyDescription(
                "Service accounts of this namespace whose pods may use the Secret; at most 64. Default: every one. Example: [checkout].")
        @Size(max = 64)
        @ListSet
        @ValidationRule(
                value = "self.all(a, a.matches('^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$'))",
                message =
                        "allowedServiceAccounts takes names of service accounts of this namespace; write checkout, not system:serviceaccount:shop:checkout")
        List<@Size(max = 253) String> allowedServiceAccounts,

        @JsonPropertyDescription(
                "Spending limit of the key, at most what the classification allows. Default: the maximum of the classification.")
        @Nullable
        KeyLimit limit,

        @JsonPropertyDescription("Rotation of this key, only stricter than the policy. Default: as the policy.")
        @Nullable
        KeyRotation rotation,

        @JsonPropertyDescription(
                "How consumers get a new key. Default: those that cannot see it otherwise are restarted.")
        @Nullable
        Rollout rollout,

        @JsonPropertyDescription(
                "true: take over the unmanaged key that is already in the Secret, then rotate it. Default: false.")
        @Default("false")
        @Nullable
        Boolean adopt,

        @JsonPropertyDescription(
                "What becomes of the key at OpenRouter when this object is deleted: Delete, Disable (keeps its history) or Retain (it goes on working). A key that stays is renamed. Default: Delete.")
        @Default("Delete")
        @Nullable
        DeletionPolicy deletionPolicy) {
    public OpenRouterKeySpec {
        allowedServiceAccounts = allowedServiceAccounts == null ? List.of() : List.copyOf(allowedServiceAccounts);
    }
}
