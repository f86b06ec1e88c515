package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach an OpenRouter account, and what the operator may do in it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRouterAccountSpec(
        @JsonPropertyDescription(
                "Base of the OpenRouter API. https is required unless the host is loopback. Default https://openrouter.ai/api/v1; regional hosts such as https://eu.openrouter.ai/api/v1 work too.")
        @Default("https://openrouter.ai/api/v1")
        @Nullable
        String baseUrl,

        @JsonPropertyDescription(
                "One or two management keys. The first that works is used; the second lets you swap management keys without a gap.")
        @Required
        List<ManagementKey> managementKeys,

        @JsonPropertyDescription(
                "Slug or id of the workspace that keys are created in. Default: the default workspace of the account.")
        @Nullable
        String workspace,

        @JsonPropertyDescription(
                "Time between two reads of the key list, which feed all reconcilers. Default 60s, at least 1s. Example: 5m.")
        @Default("60s")
        @Nullable
        String pollInterval,

        @JsonPropertyDescription("Upper bound on requests per second to this account, over all calls. Default 5.")
        @Default("5")
        @Nullable
        Integer requestsPerSecond,

        @JsonPropertyDescription(
                "What to do with keys that carry our name but that no object owns: Delete or Report. Default Delete.")
        @Default("Delete")
        @Nullable
        OrphanPolicy orphans,

        @JsonPropertyDescription(
                "How many key changes (create, update, delete) the operator may spend per UTC day; OpenRouter rations them per account.")
        @Nullable
        KeyChangeBudget keyChanges,

        @JsonPropertyDescription(
                "The observability destination that must exist and be enabled, as evidence that requests leave a trail.")
        @Nullable
        AuditTrail auditTrail) {
    public OpenRouterAccountSpec {
        managementKeys = managementKeys == null ? List.of() : List.copyOf(managementKeys);
    }
}
