package io.openrouteroperator.core.openrouter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guardrail as OpenRouter holds it.
 *
 * @param id its identifier
 * @param workspaceId the workspace it is filed under, null for those older than workspaces
 * @param settings what it enforces, in the terms we write
 * @param foreignSettings names of fields set to something that our settings cannot express (ignored providers, custom filters,
 *     a provider group left out of zero data retention …); empty when the guardrail is exactly {@code settings}
 */
public record RemoteGuardrail(
        String id, @Nullable String workspaceId, GuardrailSettings settings, List<String> foreignSettings) {
    public RemoteGuardrail {
        foreignSettings = List.copyOf(foreignSettings);
    }

    /** Whether it enforces exactly what is wanted. */
    public boolean isInSync(GuardrailSettings wanted) {
        return foreignSettings.isEmpty() && settings.sameAs(wanted);
    }
}
