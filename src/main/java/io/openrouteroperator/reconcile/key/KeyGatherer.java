package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.InFlight;
import io.openrouteroperator.core.rotation.KeyObservation;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.RemotePresence;
import io.openrouteroperator.core.rotation.SecretState;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.account.AccountView;
import io.openrouteroperator.reconcile.rollout.ConsumerSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what the protocol looks at: the status, the Secret, the account's last poll and what this process holds. */
final class KeyGatherer {
    private final SecretStore secrets;
    private final KeyDelivery delivery;
    private final InFlightKeys inFlight;
    private final OperatorSettings settings;
    private final Supplier<String> nonces;
    private final ConsumerSource consumers;
    private final FleetTurns turns;

    KeyGatherer(
            SecretStore secrets,
            KeyDelivery delivery,
            InFlightKeys inFlight,
            OperatorSettings settings,
            Supplier<String> nonces,
            ConsumerSource consumers,
            FleetTurns turns) {
        this.secrets = secrets;
        this.delivery = delivery;
        this.inFlight = inFlight;
        this.settings = settings;
        this.nonces = nonces;
        this.consumers = consumers;
        this.turns = turns;
    }

    /**
     * What was seen, and the Secret it was seen with, for a write that must not overwrite a newer one.
     *
     * @param observation for the protocol
     * @param secret as read
     */
    record Gathered(KeyObservation observation, Optional<Secret> secret) {}

    /** One look at everything. */
    Gathered gather(OpenRouterKey key, Grant grant) {
        KeyRecord record = KeyMapper.record(key);
        ServiceKeyId id = KeyMapper.id(key, settings.cluster());
        Optional<Secret> secret = secrets.find(key);
        SecretState state = SecretStore.state(key, secret, value -> delivery.wanted(key, grant, record, value));
        Connected account = grant.account();
        InFlight held = inFlight.find(id.uid());
        return new Gathered(
                new KeyObservation(
                        id,
                        KeyMapper.wishes(key),
                        grant.demand(),
                        record,
                        state,
                        held,
                        account == null ? Map.of() : presences(account.view(), record, state, held),
                        named(account, id),
                        nonces.get(),
                        inFlight.creations(id.uid()),
                        consumers(key, record),
                        turns.of(key, grant, record),
                        account == null
                                ? EnumSet.allOf(Urgency.class)
                                : account.view().affordable()),
                secret);
    }

    /** Looked up only while a rollout lasts: the operator watches no pods. */
    private Consumers consumers(OpenRouterKey key, KeyRecord record) {
        Current current = record.current();
        return current == null || current.rolledOutAt() != null
                ? Consumers.none()
                : consumers.find(
                        key.getMetadata().getNamespace(), SecretNames.name(key), SecretRendering.keyEntries(key));
    }

    private static List<RemoteKey> named(@Nullable Connected account, ServiceKeyId id) {
        return account == null || !account.deletesOrphans()
                ? List.of()
                : account.view().named(id);
    }

    private static Map<KeyHash, RemotePresence> presences(
            AccountView view, KeyRecord record, SecretState state, @Nullable InFlight inFlight) {
        Set<KeyHash> hashes =
                record.published().map(Generation.Published::hash).collect(Collectors.toCollection(HashSet::new));
        if (inFlight != null) {
            inFlight.hashes().forEach(hashes::add);
        }
        KeyHash published = state.valueHash();
        if (published != null) {
            hashes.add(published);
        }
        return hashes.stream().collect(Collectors.toMap(Function.identity(), view::presence));
    }
}
