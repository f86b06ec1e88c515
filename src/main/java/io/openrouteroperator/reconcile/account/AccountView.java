package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.RemotePresence;
import io.openrouteroperator.core.schedule.FleetKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account as all reconcilers see it: the connection, the last poll, and what we wrote since that poll began. Without the last
 * part every write would look like drift until the next poll. Safe for use by several threads.
 */
public final class AccountView {
    /** A write of ours that a poll may not show yet. */
    private record Written(Instant at, RemotePresence presence) {}

    private final OpenRouter connection;
    private final Clock clock;
    private final Map<KeyHash, Written> written = new ConcurrentHashMap<>();
    private volatile AccountPoll poll;
    private final KeyChangeRation ration;
    private final FleetRegister fleet = new FleetRegister();

    AccountView(OpenRouter connection, AccountPoll poll, KeyChangeRation ration, Clock clock) {
        this.connection = connection;
        this.poll = poll;
        this.ration = ration;
        this.clock = clock;
    }

    /** The calls to OpenRouter. */
    public OpenRouter connection() {
        return connection;
    }

    /** The last poll. */
    public AccountPoll poll() {
        return poll;
    }

    /** Takes a newer poll in; writes from before it began are in it. */
    void refresh(AccountPoll newer) {
        poll = newer;
        written.values().removeIf(write -> write.at().isBefore(newer.startedAt()));
    }

    /**
     * Whether a key exists, from the last poll and our own writes. A key in neither is asked for by its hash: only a 404 there
     * means that it is gone.
     */
    public RemotePresence presence(KeyHash hash) {
        Written own = written.get(hash);
        if (own != null) {
            return own.presence();
        }
        RemoteKey listed = poll.keys().get(hash);
        if (listed != null) {
            return new RemotePresence.Present(listed, poll.guardrails().get(hash), poll.startedAt());
        }
        Instant now = clock.instant();
        Optional<RemoteKey> found = connection.findKey(hash);
        return found.<RemotePresence>map(
                        key -> new RemotePresence.Present(key, poll.guardrails().get(hash), now))
                .orElseGet(RemotePresence.Gone::new);
    }

    /**
     * These keys without those that are gone. A key that no poll lists may be new, or one of another workspace, so OpenRouter is asked
     * for it by its hash.
     */
    public Set<KeyHash> living(Set<KeyHash> keys) {
        Set<KeyHash> living = new TreeSet<>(keys);
        living.removeIf(hash -> presence(hash) instanceof RemotePresence.Gone);
        return living;
    }

    /** The keys in the last poll whose names say they are this service's, without those we deleted since. */
    public List<RemoteKey> named(ServiceKeyId id) {
        return poll.keysByOwner().getOrDefault(id.shortUid(), List.of()).stream()
                .filter(key -> KeyName.of(id, key.name()).isPresent())
                .filter(key -> !isGone(written.get(key.hash())))
                .toList();
    }

    /** Whether a key is neither in the last poll nor one of our writes since, or was deleted by us. */
    public boolean isGone(KeyHash hash) {
        Written own = written.get(hash);
        return own == null ? !poll.keys().containsKey(hash) : isGone(own);
    }

    /** Records a key as a write of ours left it. */
    public void wrote(RemoteKey key, @Nullable String guardrailId) {
        Instant now = clock.instant();
        written.put(key.hash(), new Written(now, new RemotePresence.Present(key, guardrailId, now)));
    }

    /** Records that we deleted a key. */
    public void deleted(KeyHash hash) {
        written.put(hash, new Written(clock.instant(), new RemotePresence.Gone()));
    }

    /** Deletes a key. */
    public void delete(KeyHash hash, Urgency urgency) {
        changing(urgency, () -> {
            connection.deleteKey(hash);
            return hash;
        });
        deleted(hash);
    }

    /** Changes a key. */
    public void change(KeyHash hash, KeyChange change, Urgency urgency) {
        RemoteKey changed = changing(urgency, () -> connection.changeKey(hash, change));
        wrote(changed, presence(hash) instanceof RemotePresence.Present before ? before.guardrailId() : null);
    }

    /** Makes a key change of any kind; it draws on the day's ration, and throws when that does not allow it. */
    public <T> T changing(Urgency urgency, Supplier<T> change) {
        return ration.changing(urgency, change);
    }

    /** Whether the day's ration has room for a change of this urgency. */
    public boolean allowsKeyChange(Urgency urgency) {
        return affordable().contains(urgency);
    }

    /** What the day's ration has room for now. */
    public Set<Urgency> affordable() {
        return ration.affordable();
    }

    /** Takes a key into the plan of the account's rotations; empty for one that is not rotated by age. */
    public void enterFleet(String uid, Optional<FleetKey> key) {
        fleet.enter(uid, key);
    }

    /** When a key has to start earlier than by itself, because the account's key changes do not suffice later. */
    public Optional<Instant> advancedTo(String uid) {
        return fleet.advancedTo(uid);
    }

    FleetRegister fleet() {
        return fleet;
    }

    KeyChangeRation ration() {
        return ration;
    }

    private static boolean isGone(@Nullable Written write) {
        return write != null && write.presence() instanceof RemotePresence.Gone;
    }
}
