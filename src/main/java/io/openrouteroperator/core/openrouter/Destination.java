package io.openrouteroperator.core.openrouter;

import org.jspecify.annotations.Nullable;

/**
 * Where OpenRouter sends traces of requests; never its configuration, which holds secrets.
 *
 * @param id its identifier
 * @param name its display name, empty when it has none
 * @param type what kind of destination, such as {@code otel-collector}; kinds we do not know occur
 * @param workspaceId the workspace whose requests it receives
 * @param enabled whether it receives anything
 * @param keys the keys whose requests it receives
 */
public record Destination(
        String id, String name, String type, @Nullable String workspaceId, boolean enabled, KeyScope keys) {}
