package io.openrouteroperator.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One guardrail.
 *
 * @param workspaceId null for one from before workspaces existed
 * @param settings its fields in wire form, each present
 * @param isDefault whether it is the default guardrail of its workspace
 */
public record Guardrail(
        String id,
        @Nullable String workspaceId,
        Instant createdAt,
        @Nullable Instant updatedAt,
        ObjectNode settings,
        boolean isDefault) {

    public String name() {
        return settings.path("name").asText();
    }

    public Guardrail withSettings(ObjectNode changed, Instant now) {
        return new Guardrail(id, workspaceId, createdAt, now, changed, isDefault);
    }
}
