package io.openrouteroperator.core.openrouter;

import org.jspecify.annotations.Nullable;

/**
 * A workspace of the account.
 *
 * @param id its identifier
 * @param slug its name in URLs
 * @param name its display name
 * @param defaultGuardrailId the guardrail in force for its traffic, readable only after its first change
 */
public record Workspace(
        String id, String slug, String name, @Nullable String defaultGuardrailId) {}
