package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** One entry of a Secret in a named namespace. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecretKeyRef(
        @JsonPropertyDescription("Namespace of the Secret. Example: openrouter-system.") @Required
        String namespace,

        @JsonPropertyDescription("Name of the Secret.") @Required
        String name,

        @JsonPropertyDescription("Entry of the Secret that holds the key. Default key.") @Default("key") @Nullable
        String key) {}
