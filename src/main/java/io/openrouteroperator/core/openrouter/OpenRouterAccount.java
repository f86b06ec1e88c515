package io.openrouteroperator.core.openrouter;

import java.util.List;

/** The account itself. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterAccount {
    /** What the management key in use says of itself. */
    KeySelfDescription describeManagementKey();

    /** Credits bought and used. */
    Credits credits();

    /** All workspaces. */
    List<Workspace> workspaces();
}
