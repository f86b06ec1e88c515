package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The guardrails of an account's workspaces, each workspace read once per pass and only when it is asked for. */
final class Guardrails {
    private final OpenRouter openRouter;
    private final Map<String, List<RemoteGuardrail>> byWorkspace = new HashMap<>();

    Guardrails(OpenRouter openRouter) {
        this.openRouter = openRouter;
    }

    /** The guardrails of a workspace. */
    List<RemoteGuardrail> of(String workspaceId) {
        return byWorkspace.computeIfAbsent(workspaceId, openRouter::listGuardrails);
    }
}
