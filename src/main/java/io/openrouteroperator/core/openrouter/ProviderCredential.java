package io.openrouteroperator.core.openrouter;

import org.jspecify.annotations.Nullable;

/**
 * A provider's key of the customer's own, kept at OpenRouter (BYOK); never its value.
 *
 * @param id its identifier
 * @param name its display name, empty when it has none
 * @param provider slug of the provider it opens
 * @param workspaceId the workspace it serves, null for all
 * @param disabled whether it is not used
 * @param keys the keys that may use it
 */
public record ProviderCredential(
        String id, String name, String provider, @Nullable String workspaceId, boolean disabled, KeyScope keys) {}
