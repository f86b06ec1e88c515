package io.openrouteroperator.core.openrouter;

import java.util.List;

/** Observability destinations. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterDestinations {
    /** All destinations of a workspace whose kind is stable; others are not told. */
    List<Destination> listDestinations(String workspaceId);

    /** Replaces the keys whose requests a destination receives and changes nothing else. */
    Destination limitDestination(String id, KeyScope keys);
}
