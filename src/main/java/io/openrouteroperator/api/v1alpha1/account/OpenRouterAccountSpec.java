package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DurationText;
import io.openrouteroperator.api.schema.WorkspaceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach an OpenRouter account, and what the operator may do in it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonClassDescription("How to reach an OpenRouter account, and what the operator may do in it.")
@ValidationRule(
        value = "$given(self.workspace, '') == $given(oldSelf.workspace, '')",
        message =
                "workspace is fixed once the account exists, since keys cannot move between workspaces; make a second OpenRouterAccount for the other workspace",
        fieldPath = ".workspace")
public record OpenRouterAccountSpec(
        @JsonPropertyDescription(
                "Base address of the OpenRouter API. It must be https unless the host is loopback. Default: https://openrouter.ai/api/v1. Example of a regional one: https://eu.openrouter.ai/api/v1.")
        @Default(OpenRouterAccountSpec.DEFAULT_BASE_URL)
        @Size(max = 512)
        @ValidationRule(
                value =
                        "isURL(self) && url(self).getHostname() != '' && !self.contains('@') && !self.contains('?') && !self.contains('#')",
                message =
                        "baseUrl must be an address without user, query or fragment; write https://openrouter.ai/api/v1")
        @ValidationRule(
                value =
                        "self.startsWith('https://') || self.matches('^http://(localhost|127(\\\\.[0-9]{1,3}){3}|\\\\[::1\\\\])(:[0-9]{1,5})?(/.*)?$') || !isURL(self)",
                message =
                        "baseUrl must begin with https://, since it carries keys; http:// is only for loopback (localhost, 127.0.0.0/8, [::1]); write https://openrouter.ai/api/v1")
        @Nullable
        String baseUrl,

        @JsonPropertyDescription(
                "One or two management keys. The first that works is used; a second lets you swap management keys without a gap: add the new one, then remove the old one.")
        @Required
        @Size(max = 2)
        @ValidationRule(
                value = "self.size() > 0",
                message =
                        "managementKeys must name one or two Secret entries; write managementKeys: [{secretRef: {namespace: openrouter-system, name: openrouter-management}}]")
        @ValidationRule(
                value = "self.size() != 2 || self[0] != self[1]",
                message =
                        "managementKeys names the same Secret entry twice; remove one, or let the second name the new management key")
        List<ManagementKey> managementKeys,

        @JsonPropertyDescription(
                "Slug or id of the workspace that keys are created in. Default: the default workspace of the account. Fixed once the object exists: keys cannot move between workspaces. Example: payments.")
        @WorkspaceName
        @Nullable
        String workspace,

        @JsonPropertyDescription(
                "Time between two reads of the key list, which feed all reconcilers. From 1s to 1d. Default: 60s. Example: 5m.")
        @Default("60s")
        @DurationText
        @ValidationRule(
                value = "$seconds(self) <= 86400",
                message = "pollInterval must be at most 1d, or changes made at OpenRouter go unseen; write 60s")
        @Nullable
        String pollInterval,

        @JsonPropertyDescription(
                "Upper bound on requests per second to this account, over all calls. From 1 to 1000. Default: 5.")
        @Default("5")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer requestsPerSecond,

        @JsonPropertyDescription(
                "What to do with keys that carry our name but that no object owns: Delete removes them with proof that they are ours, Report only counts them. Default: Delete.")
        @Default("Delete")
        @Nullable
        OrphanPolicy orphans,

        @JsonPropertyDescription(
                "How many key changes (create, update, delete) the operator may spend per UTC day; OpenRouter rations them per account.")
        @Nullable
        KeyChangeBudget keyChanges,

        @JsonPropertyDescription(
                "The observability destination that must exist and be enabled, as evidence that requests leave a trail. Default: none is asked for.")
        @Nullable
        AuditTrail auditTrail) {
    /** What an account without spec.baseUrl is reached at. */
    public static final String DEFAULT_BASE_URL = "https://openrouter.ai/api/v1";

    public OpenRouterAccountSpec {
        managementKeys = managementKeys == null ? List.of() : List.copyOf(managementKeys);
    }
}
