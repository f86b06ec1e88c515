package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.openrouteroperator.api.schema.ListMapKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules: who is governed, how strictly, and what each classification allows. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("The rules: who is governed, how strictly, and what each classification allows.")
@ValidationRule(
        value = "$seconds($given(self.rotation.interval, '90d')) <= $seconds($given(self.rotation.maxAge, '100d'))",
        message =
                "rotation.interval must be at most rotation.maxAge (90d and 100d where left out); write interval: 30d and maxAge: 40d, or raise maxAge",
        fieldPath = ".rotation")
@ValidationRule(
        value =
                "self.classifications.all(c, !has(c.rotation) || $seconds($given(c.rotation.interval, $given(self.rotation.interval, '90d'))) <= $seconds($given(c.rotation.maxAge, $given(self.rotation.maxAge, '100d'))))",
        message =
                "a classification's rotation.interval must be at most its rotation.maxAge (what it leaves out comes from spec.rotation, then 90d and 100d); write both in the classification",
        fieldPath = ".classifications")
@ValidationRule(
        value =
                "self.classifications.all(c, !has(c.rotation) || !has(c.rotation.interval) || $seconds(c.rotation.interval) <= $seconds($given(self.rotation.interval, '90d')))",
        message =
                "a classification's rotation.interval must be at most the policy's (90d where left out), since a classification can only be stricter; lower it, or raise spec.rotation.interval",
        fieldPath = ".classifications")
@ValidationRule(
        value =
                "self.classifications.all(c, !has(c.rotation) || !has(c.rotation.maxAge) || $seconds(c.rotation.maxAge) <= $seconds($given(self.rotation.maxAge, '100d')))",
        message =
                "a classification's rotation.maxAge must be at most the policy's (100d where left out), since a classification can only be stricter; lower it, or raise spec.rotation.maxAge",
        fieldPath = ".classifications")
@ValidationRule(
        value =
                "!has(self.rotation) || !has(self.rotation.windows) || self.rotation.windows.size() == 0 || $opensWithin(self.rotation.windows, $seconds($given(self.rotation.maxAge, '100d')) - $seconds($given(self.rotation.interval, '90d')))",
        message =
                "the windows open too rarely: between interval and maxAge each key must meet one (a day for a daily, 7d for a weekly, 31d for a monthly window); raise rotation.maxAge, lower rotation.interval, or add a window",
        fieldPath = ".rotation.windows")
@ValidationRule(
        value =
                "self.classifications.all(c, !has(c.rotation) || !has(c.rotation.windows) || c.rotation.windows.size() == 0 || $opensWithin(c.rotation.windows, $seconds($given(c.rotation.maxAge, $given(self.rotation.maxAge, '100d'))) - $seconds($given(c.rotation.interval, $given(self.rotation.interval, '90d')))))",
        message =
                "in a classification the windows open too rarely: between interval and maxAge each key must meet one (a day for a daily, 7d for a weekly, 31d for a monthly window); raise its rotation.maxAge, lower its rotation.interval, or add a window",
        fieldPath = ".classifications")
@ValidationRule(
        value =
                "!has(self.rotation) || !has(self.rotation.windows) || self.rotation.windows.size() == 0 || self.classifications.all(c, !has(c.rotation) || (has(c.rotation.windows) && c.rotation.windows.size() > 0) || $opensWithin(self.rotation.windows, $seconds($given(c.rotation.maxAge, $given(self.rotation.maxAge, '100d'))) - $seconds($given(c.rotation.interval, $given(self.rotation.interval, '90d')))))",
        message =
                "for a classification the windows open too rarely: between interval and maxAge each key must meet one (a day for a daily, 7d for a weekly, 31d for a monthly window); raise its rotation.maxAge, lower its rotation.interval, or give it windows of its own",
        fieldPath = ".classifications")
public record OpenRouterPolicySpec(
        @JsonPropertyDescription(
                "The OpenRouterAccount that holds the keys of this policy. Fixed once the object exists: keys and guardrails cannot move between accounts.")
        @Required
        @ValidationRule(
                value = "self.name == oldSelf.name",
                message =
                        "accountRef is fixed once the policy exists, since keys cannot move between accounts; make a second OpenRouterPolicy for the other account and let keys name it in policyRef")
        AccountRef accountRef,

        @JsonPropertyDescription(
                "The namespaces this policy governs. Use labels that tenants cannot set themselves. Default: {matchLabels: {openrouter-operator.io/governed: \"true\"}}.")
        @Default("{\"matchLabels\": {\"openrouter-operator.io/governed\": \"true\"}}")
        @Nullable
        LabelSelector namespaceSelector,

        @JsonPropertyDescription(
                "What happens to a violation at admission: Enforce refuses, Warn admits with a warning, Audit only records. Default: Enforce.")
        @Default("Enforce")
        @Nullable
        Enforcement enforcement,

        @JsonPropertyDescription(
                "Workloads that the rules do not apply to, each with a reason and an end; reported as long as they live. Default: none.")
        @Size(max = 100)
        List<Exemption> exemptions,

        @JsonPropertyDescription(
                "Rotation of all classifications; a classification may be stricter. Default: every 90d, hard end at 100d.")
        @Nullable
        Rotation rotation,

        @JsonPropertyDescription("The classes of data, from public to restricted; 1 to 32, each with its own name.")
        @Required
        @Size(max = 32)
        @ListMapKey("name")
        @ValidationRule(
                value = "self.size() > 0",
                message =
                        "classifications must list at least one class; write classifications: [{name: internal, providers: {allow: [openai]}}]")
        List<Classification> classifications,

        @JsonPropertyDescription(
                "What to do when a glob newly matches a provider or model: Follow adds it, Hold keeps the list until the policy changes. Narrowing always happens at once. Default: Follow.")
        @Default("Follow")
        @Nullable
        CatalogueGrowth onCatalogueGrowth,

        @JsonPropertyDescription(
                "What to do when someone disables a key at OpenRouter: Report says so, Replace makes a new key. Default: Report.")
        @Default("Report")
        @Nullable
        RemoteChange onRemoteDisable,

        @JsonPropertyDescription(
                "What to do when someone deletes a key at OpenRouter: Report says so, Replace makes a new key. Default: Replace.")
        @Default("Replace")
        @Nullable
        RemoteChange onRemoteDelete,

        @JsonPropertyDescription(
                "What to do when a managed key is found outside its Secret: Report says so, Revoke replaces the key at once without overlap. Default: Report.")
        @Default("Report")
        @Nullable
        LeakResponse onLeak,

        @JsonPropertyDescription(
                "Review items that no machine can see: who vouched, with what evidence, until when. One per control. Default: none.")
        @Size(max = 100)
        @ListMapKey("control")
        List<Attestation> attestations) {
    public OpenRouterPolicySpec {
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        attestations = attestations == null ? List.of() : List.copyOf(attestations);
    }
}
