package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.ObservedAccounts;
import io.openrouteroperator.core.usage.ServiceKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Shows accounts and whose their keys are to whoever reads what was served. */
public final class AccountObservation implements ObservedAccounts {
    private final AccountRegistry accounts;
    private final KeyOwners owners;
    private final String cluster;

    /** @param cluster the id of this cluster in remote names */
    public AccountObservation(AccountRegistry accounts, KeyOwners owners, String cluster) {
        this.accounts = accounts;
        this.owners = owners;
        this.cluster = cluster;
    }

    @Override
    public List<ObservedAccount> all() {
        List<OpenRouterKey> keys = owners.all().toList();
        KeyCensus.Owners recognised = KeyOwners.recognised(keys.stream(), cluster);
        return accounts.connected().entrySet().stream()
                .map(each -> observed(each.getKey(), each.getValue(), keys, recognised))
                .toList();
    }

    private static ObservedAccount observed(
            String name, AccountView view, List<OpenRouterKey> keys, KeyCensus.Owners recognised) {
        AccountPoll poll = view.poll();
        List<ServiceKeys> services = new ArrayList<>();
        Set<KeyHash> owned = new HashSet<>();
        for (OpenRouterKey key : keys) {
            ServiceKeys service = service(key, name, poll.keys());
            if (!service.hashes().isEmpty()) {
                services.add(service);
                owned.addAll(service.hashes());
            }
        }
        List<RemoteKey> unmanaged = poll.keys().values().stream()
                .filter(key -> !owned.contains(key.hash()) && !recognised.own(key))
                .toList();
        return new ObservedAccount(name, view.connection(), view.connection(), poll.catalogue(), services, unmanaged);
    }

    /** The keys of a service; of one in another account object only those that this one lists too. */
    private static ServiceKeys service(OpenRouterKey key, String account, Map<KeyHash, RemoteKey> listed) {
        OpenRouterKeyStatus status = key.getStatus();
        String holder = status == null ? "" : Objects.requireNonNullElse(status.account(), "");
        List<KeyHash> hashes = KeyOwners.hashes(status)
                .map(KeyHash::new)
                .filter(hash -> holder.equals(account) || listed.containsKey(hash))
                .toList();
        return new ServiceKeys(
                owner(key, holder),
                Instant.parse(key.getMetadata().getCreationTimestamp()),
                hashes,
                hashes.stream().map(listed::get).filter(Objects::nonNull).toList());
    }

    private static KeyOwner owner(OpenRouterKey key, String holder) {
        OpenRouterKeyStatus status = key.getStatus();
        return new KeyOwner(
                holder,
                key.getMetadata().getNamespace(),
                key.getMetadata().getName(),
                key.getMetadata().getUid(),
                status == null ? "" : Objects.requireNonNullElse(status.policy(), ""),
                key.getSpec().classification());
    }
}
