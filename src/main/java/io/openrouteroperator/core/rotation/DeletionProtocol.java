package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyDecision.Change;
import io.openrouteroperator.core.rotation.KeyDecision.Delete;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a service's remote keys when its object is deleted. Hashes are all it needs, never the Secret: a namespace may
 * have lost that first.
 */
public final class DeletionProtocol {
    /** What becomes of the published key. */
    public enum Fate {
        DELETE("deleted"),
        DISABLE("disabled"),
        RETAIN("retained");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        /** What the key is afterwards, in one word. */
        public String word() {
            return word;
        }
    }

    private DeletionProtocol() {}

    /**
     * The next effect; empty when the object may go. What the Secret publishes is recorded first here too, so that a key that was
     * published a moment before we died, or whose status was lost, meets its fate and is not taken for a lost creation.
     */
    public static Optional<KeyDecision> decide(KeyObservation seen, Fate fate, Instant now) {
        return PublicationRules.recordWhatIsPublished(seen, now)
                .or(() -> PendingRules.discardWhatNoIntentOwns(seen, now))
                .or(() -> pending(seen))
                .or(() -> current(seen, fate))
                .or(() -> previous(seen))
                .or(() -> leftover(seen));
    }

    /**
     * What the account has to do later, when OpenRouter cannot be asked now: everything on record, and what a lost creation may have
     * made. A key published but not recorded yet is that of the pending intent, and meets the fate of a published one.
     */
    public static List<Retirement> handOver(KeyObservation seen, Fate fate, Instant now) {
        KeyRecord record = seen.record();
        String owner = seen.id().toString();
        List<Retirement> left = new ArrayList<>();
        record.published()
                .forEach(key -> left.add(
                        new Retirement.Known(key.hash(), key instanceof Current ? fate : Fate.DELETE, owner, now)));
        Pending pending = record.pending();
        if (pending != null) {
            KeyHash inSecret = seen.secret().valueHash();
            boolean unrecorded = inSecret != null && !record.knows(inSecret);
            left.add(new Retirement.Lost(pending.keyName(), unrecorded ? fate : Fate.DELETE, owner, now));
        }
        return left;
    }

    private static Optional<KeyDecision> pending(KeyObservation seen) {
        Pending pending = seen.record().pending();
        if (pending == null) {
            return Optional.empty();
        }
        KeyDecision clear = new KeyDecision.Remember(
                seen.record().withoutPending(), Reason.RETIRING, "nothing of the pending key is left");
        return Optional.of(
                switch (seen.inFlightForPending()) {
                    case null -> new KeyDecision.Search(pending);
                    case InFlight.Held held ->
                        seen.remote().get(held.minted().key().hash()) instanceof Gone
                                ? clear
                                : delete(held.minted().key().hash());
                    case InFlight.Untouched _ -> clear;
                    case InFlight.Searched searched ->
                        searched.found().stream()
                                .filter(key -> !seen.record().knows(key.hash()))
                                .findFirst()
                                .<KeyDecision>map(key -> delete(key.hash()))
                                .orElse(clear);
                });
    }

    private static Optional<KeyDecision> current(KeyObservation seen, Fate fate) {
        Current current = seen.record().current();
        return current != null && seen.remote().get(current.hash()) instanceof Present found
                ? settle(found.key(), fate)
                : Optional.empty();
    }

    /** What is left to do to a key that meets its fate; empty when it has. A key that stays is renamed, else it would be an orphan. */
    public static Optional<KeyDecision> settle(RemoteKey key, Fate fate) {
        return switch (fate) {
            case DELETE -> Optional.of(delete(key.hash()));
            case DISABLE -> disable(key).or(() -> release(key, fate));
            case RETAIN -> release(key, fate);
        };
    }

    private static Optional<KeyDecision> disable(RemoteKey key) {
        return key.disabled() ? Optional.empty() : change(key, new KeyChange.SetDisabled(true));
    }

    private static Optional<KeyDecision> release(RemoteKey key, Fate fate) {
        return KeyName.parse(key.name())
                .flatMap(name -> change(key, new KeyChange.Rename(name.afterlife(fate.word()))));
    }

    private static Optional<KeyDecision> change(RemoteKey key, KeyChange change) {
        return Optional.of(new Change(
                key.hash(),
                change,
                Urgency.RETIRE_OVERDUE,
                Reason.RETIRING,
                "its object was deleted, and deletionPolicy says that it stays"));
    }

    private static Optional<KeyDecision> previous(KeyObservation seen) {
        return seen.record().previous().stream()
                .map(Previous::hash)
                .filter(hash -> seen.remote().get(hash) instanceof Present)
                .findFirst()
                .map(DeletionProtocol::delete);
    }

    /** Keys with our name in none of the records: lost creations that nobody will look for once the object is gone. */
    private static Optional<KeyDecision> leftover(KeyObservation seen) {
        return seen.named().stream()
                .map(RemoteKey::hash)
                .filter(hash -> !seen.record().knows(hash))
                .findFirst()
                .map(DeletionProtocol::delete);
    }

    private static KeyDecision delete(KeyHash hash) {
        return new Delete(hash, Urgency.RETIRE_OVERDUE, Reason.RETIRING, "its object was deleted");
    }
}
