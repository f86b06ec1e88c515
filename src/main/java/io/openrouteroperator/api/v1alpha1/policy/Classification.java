package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.openrouteroperator.api.schema.DnsLabel;
import io.openrouteroperator.api.schema.WorkspaceName;
import org.jspecify.annotations.Nullable;

/** What one class of data allows. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Classification(
        @JsonPropertyDescription("Name that keys ask for. Example: confidential.") @Required @DnsLabel
        String name,

        @JsonPropertyDescription(
                "The governed namespaces that may claim this class. Default: all of them. Example: {matchLabels: {tier: confidential}}.")
        @Nullable
        LabelSelector namespaceSelector,

        @JsonPropertyDescription(
                "Overrides the policy's enforcement for this class: Enforce, Warn or Audit. Default: as the policy.")
        @Nullable
        Enforcement enforcement,

        @JsonPropertyDescription("The providers that may serve this class.") @Required
        ProviderRules providers,

        @JsonPropertyDescription("The models that may be used. Default: all that are not free.") @Nullable
        ModelRules models,

        @JsonPropertyDescription(
                "What providers may do with the data. Default: no training, retention allowed, nothing redacted.")
        @Nullable
        DataRules data,

        @JsonPropertyDescription(
                "The most a key of this class may spend. Default: no limit by the policy; then every key must set its own.")
        @Nullable
        Limit limit,

        @JsonPropertyDescription("Overrides single values of the policy's rotation, only towards stricter.") @Nullable
        Rotation rotation,

        @JsonPropertyDescription(
                "Slug or id of the workspace for keys of this class. Default: the account's. A change replaces the keys of the class. Example: restricted.")
        @WorkspaceName
        @Nullable
        String workspace) {}
