package io.openrouteroperator.simulator.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One workspace.
 *
 * @param settings its changeable fields in wire form: name, slug and the rest
 */
public record Workspace(
        String id, Instant createdAt, @Nullable Instant updatedAt, ObjectNode settings) {

    public String slug() {
        return settings.path("slug").asText();
    }

    public String name() {
        return settings.path("name").asText();
    }

    /** The id of the workspace's default guardrail, derived from the workspace's own. */
    public String defaultGuardrailId() {
        return UUID.nameUUIDFromBytes(("default guardrail of " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The fixed name of the workspace's default guardrail. */
    public String defaultGuardrailName() {
        return "Workspace " + id + " Default";
    }
}
