package io.openrouteroperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One guardrail as it stands.
 *
 * @param workspaceId null for one from before workspaces existed
 * @param settings its fields in wire form
 */
public record GuardrailSnapshot(
        String id, String name, @Nullable String workspaceId, boolean isDefault, JsonNode settings) {}
