package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Where one management key is found. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ManagementKey(
        @JsonPropertyDescription("The Secret entry that holds the management key.") @Required
        SecretKeyRef secretRef) {}
