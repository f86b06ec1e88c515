package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules: who is governed, how strictly, and what each classification allows. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRouterPolicySpec(
        @JsonPropertyDescription("The OpenRouterAccount that holds the keys of this policy.") @Required
        AccountRef accountRef,

        @JsonPropertyDescription(
                "The namespaces this policy governs. Use labels that tenants cannot set themselves. Default: openrouter-operator.io/governed=true.")
        @Nullable
        LabelSelector namespaceSelector,

        @JsonPropertyDescription(
                "What happens to a violation at admission: Enforce refuses, Warn admits with a warning, Audit only records. Default Enforce.")
        @Default("Enforce")
        @Nullable
        Enforcement enforcement,

        @JsonPropertyDescription("Workloads that the rules do not apply to, each with a reason and an end.")
        List<Exemption> exemptions,

        @JsonPropertyDescription("Rotation of all classifications; a classification may be stricter.") @Nullable
        Rotation rotation,

        @JsonPropertyDescription("The classes of data, from public to restricted.") @Required
        List<Classification> classifications,

        @JsonPropertyDescription(
                "What to do when a glob newly matches a provider or model: Follow adds it, Hold keeps the list until the policy changes. Narrowing always happens at once. Default Follow.")
        @Default("Follow")
        @Nullable
        CatalogueGrowth onCatalogueGrowth,

        @JsonPropertyDescription(
                "What to do when someone disables a key at OpenRouter: Report or Replace. Default Report.")
        @Default("Report")
        @Nullable
        RemoteChange onRemoteDisable,

        @JsonPropertyDescription(
                "What to do when someone deletes a key at OpenRouter: Report or Replace. Default Replace.")
        @Default("Replace")
        @Nullable
        RemoteChange onRemoteDelete,

        @JsonPropertyDescription(
                "What to do when a managed key is found outside its Secret: Report or Revoke. Default Report.")
        @Default("Report")
        @Nullable
        LeakResponse onLeak,

        @JsonPropertyDescription("Review items that no machine can see: who vouched, with what evidence, until when.")
        List<Attestation> attestations) {
    public OpenRouterPolicySpec {
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        attestations = attestations == null ? List.of() : List.copyOf(attestations);
    }
}
