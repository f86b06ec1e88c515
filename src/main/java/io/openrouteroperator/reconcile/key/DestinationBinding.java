package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.reconcile.account.AccountView;
import java.util.Set;

/**
 * Keeps a service's requests in the traces: a destination that receives those of certain keys only, an earlier one of the service
 * among them, receives those of its successor too. The earlier key stays in the list as long as it lives.
 */
final class DestinationBinding {
    private DestinationBinding() {}

    /** Adds a new key wherever an earlier one of the same service is listed. */
    static void follow(AccountView account, String workspaceId, Set<KeyHash> earlier, KeyHash key) {
        if (earlier.isEmpty()) {
            return;
        }
        OpenRouter openRouter = account.connection();
        for (Destination destination : openRouter.listDestinations(workspaceId)) {
            if (destination.keys() instanceof KeyScope.OnlyKeys only
                    && !only.covers(key)
                    && earlier.stream().anyMatch(only::covers)) {
                Set<KeyHash> live = account.living(only.keys());
                live.add(key);
                openRouter.limitDestination(destination.id(), KeyScope.only(live));
            }
        }
    }
}
