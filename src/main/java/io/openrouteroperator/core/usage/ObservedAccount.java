package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.OpenRouterAnalytics;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account, ready to be asked what was served.
 *
 * @param name of the account object
 * @param calls about completed days
 * @param analytics calls about the day that is not over
 * @param services whose keys lie in it, and those of other account objects whose keys the same management key shows
 * @param unmanaged keys that no object owns
 */
public record ObservedAccount(
        String name,
        OpenRouterActivity calls,
        OpenRouterAnalytics analytics,
        Catalogue catalogue,
        List<ServiceKeys> services,
        List<RemoteKey> unmanaged) {
    public ObservedAccount {
        services = List.copyOf(services);
        unmanaged = List.copyOf(unmanaged);
    }

    /** With the keys that are gone added to their services, or to services of their own. */
    public List<ServiceKeys> services(RememberedKeys remembered) {
        Map<String, ServiceKeys> all = new LinkedHashMap<>();
        services.forEach(service -> all.put(service.owner().uid(), service));
        remembered.owners().forEach((hash, former) -> {
            KeyOwner owner = former.owner();
            all.merge(
                    owner.uid(),
                    new ServiceKeys(owner, Instant.EPOCH, List.of(hash), List.of()),
                    (known, gone) -> known.with(gone.hashes()));
        });
        return List.copyOf(all.values());
    }

    /** Whether a service is judged here: one of another account object explains calls, and is judged there. */
    public boolean judges(ServiceKeys service) {
        return service.owner().account().equals(name);
    }
}
