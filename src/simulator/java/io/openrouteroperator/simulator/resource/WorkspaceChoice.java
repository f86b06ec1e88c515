package io.openrouteroperator.simulator.resource;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;

/** Which workspace a call is about. */
public final class WorkspaceChoice {

    private WorkspaceChoice() {}

    /** The id of the workspace named, or of the default one if none is named. */
    public static String of(Account account, @Nullable String named) {
        if (named == null) {
            return account.workspaces()
                    .defaultOne()
                    .map(Workspace::id)
                    .orElseThrow(() ->
                            Refusal.badRequest("The default workspace has been deleted: pass workspace_id explicitly"));
        }
        return account.workspaces()
                .find(named)
                .map(Workspace::id)
                .orElseThrow(() -> Refusal.badRequest("Workspace not found: " + named));
    }
}
