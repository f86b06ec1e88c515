package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.List;

/**
 * One account, ready to be asked what was served.
 *
 * @param name of the account object
 * @param calls to OpenRouter
 * @param services whose keys lie in it, and those of other account objects whose keys the same management key shows
 * @param unmanaged keys that no object owns
 */
public record ObservedAccount(
        String name,
        OpenRouterActivity calls,
        Catalogue catalogue,
        List<ServiceKeys> services,
        List<RemoteKey> unmanaged) {
    public ObservedAccount {
        services = List.copyOf(services);
        unmanaged = List.copyOf(unmanaged);
    }
}
