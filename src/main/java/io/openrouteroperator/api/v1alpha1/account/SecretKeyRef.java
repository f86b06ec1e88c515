package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.openrouteroperator.api.schema.DnsLabel;
import io.openrouteroperator.api.schema.ObjectName;
import io.openrouteroperator.api.schema.SecretEntryName;
import org.jspecify.annotations.Nullable;

/** One entry of a Secret in a named namespace. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretKeyRef(
        @JsonPropertyDescription("Namespace of the Secret. Example: openrouter-system.") @Required @DnsLabel
        String namespace,

        @JsonPropertyDescription("Name of the Secret. Example: openrouter-management.") @Required @ObjectName
        String name,

        @JsonPropertyDescription("Entry of the Secret that holds the management key, as plain text. Default: key.")
        @Default("key")
        @SecretEntryName
        @Nullable
        String key) {}
