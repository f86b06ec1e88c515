package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.Generation.Published;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the status of an OpenRouterKey remembers. All of it can be rebuilt from the Secret and the key list; losing it loses no key.
 *
 * @param account the account that holds the keys, null before the first one
 * @param lastSerial the highest serial ever used
 * @param pending the key being made, null for none
 * @param current the published key, null before the first one
 * @param previous earlier keys not gone yet
 * @param proof what the current key was proven to be allowed
 * @param withdrawn whether we disabled the current key because its policy leaves nothing
 * @param handled requests that were carried out
 */
public record KeyRecord(
        @Nullable String account,
        int lastSerial,
        @Nullable Pending pending,
        @Nullable Current current,
        List<Previous> previous,
        @Nullable PolicyProof proof,
        boolean withdrawn,
        Requests handled) {
    private static final int FIRST_SERIAL = 1;

    public KeyRecord {
        previous = List.copyOf(previous);
    }

    /** A key that was never made. */
    public static KeyRecord empty() {
        return new KeyRecord(null, 0, null, null, List.of(), null, false, Requests.none());
    }

    /** The generations that were published and are not gone yet, the current one first. */
    public Stream<Published> published() {
        return Stream.concat(Stream.ofNullable(current), previous.stream());
    }

    /** The earlier keys that still work, as far as we had a say in it. */
    public Stream<Previous> overlapping() {
        return previous.stream().filter(old -> old.retiredAt() == null);
    }

    /** Whether this hash is one of the generations remembered here. */
    public boolean knows(KeyHash hash) {
        return published().anyMatch(key -> key.hash().equals(hash));
    }

    /** With a new intent, recorded before its key is made. */
    KeyRecord intending(String inAccount, Pending next) {
        return new KeyRecord(inAccount, next.serial(), next, current, previous, proof, withdrawn, handled);
    }

    /** With a key that somebody else made, taken over as it is. */
    KeyRecord adopting(String inAccount, Current adopted) {
        return new KeyRecord(inAccount, lastSerial, null, adopted, previous, null, false, handled);
    }

    /** With another key published; the one before lives on until {@code retireAfter}. */
    KeyRecord publishing(Current next, @Nullable PolicyProof evidence, Instant retireAfter) {
        List<Previous> older = new ArrayList<>(previous);
        older.removeIf(old -> old.hash().equals(next.hash()));
        if (current != null && !current.hash().equals(next.hash())) {
            older.add(current.superseded(next.publishedAt(), retireAfter));
        }
        // After a lost status no earlier key is remembered, but pods may hold one all the same.
        boolean first = older.isEmpty() && next.serial() <= FIRST_SERIAL;
        Current published = next.rolledOut(first ? next.publishedAt() : null);
        return new KeyRecord(
                account, Math.max(lastSerial, next.serial()), null, published, older, evidence, false, handled);
    }

    /** With an earlier key kept until then at least: somebody put it back into the Secret, so it is in use again. */
    KeyRecord keeping(KeyHash hash, Instant now, Instant until) {
        return with(hash, old -> old.inUse(now, old.retireAfter().isBefore(until) ? until : old.retireAfter()));
    }

    /** With earlier keys due at once. */
    KeyRecord retiring(Set<KeyHash> hashes, Instant now) {
        return withPrevious(
                old -> hashes.contains(old.hash()) && old.retireAfter().isAfter(now) ? old.dueAt(now) : old);
    }

    /** With one earlier key changed. */
    KeyRecord with(KeyHash hash, UnaryOperator<Previous> change) {
        return withPrevious(old -> old.hash().equals(hash) ? change.apply(old) : old);
    }

    private KeyRecord withPrevious(UnaryOperator<Previous> change) {
        List<Previous> changed = previous.stream().map(change).toList();
        return new KeyRecord(account, lastSerial, pending, current, changed, proof, withdrawn, handled);
    }

    /** Without an earlier key that is gone. */
    KeyRecord without(KeyHash gone) {
        List<Previous> rest =
                previous.stream().filter(old -> !old.hash().equals(gone)).toList();
        return new KeyRecord(account, lastSerial, pending, current, rest, proof, withdrawn, handled);
    }

    /** Without the intent, when nothing of it is left; an object that holds no key is bound to no account. */
    KeyRecord withoutPending() {
        String holder = current == null && previous.isEmpty() ? null : account;
        return new KeyRecord(holder, lastSerial, null, current, previous, proof, withdrawn, handled);
    }

    /** With the current key marked as disabled by us, or no longer. */
    KeyRecord withdrawn(boolean now) {
        return new KeyRecord(account, lastSerial, pending, current, previous, proof, now, handled);
    }

    /** With every consumer of earlier keys gone. */
    KeyRecord rolledOut(Instant at) {
        return withCurrent(Objects.requireNonNull(current).rolledOut(at));
    }

    /** With every key there is in the wrong hands: the earlier ones retired, the current one to be replaced. */
    KeyRecord compromised(Instant now) {
        KeyRecord stopped = withPrevious(old -> old.revokedAt(now));
        return current == null ? stopped : stopped.withCurrent(current.compromised(now));
    }

    /** With these requests carried out. */
    KeyRecord handled(Requests requests) {
        return new KeyRecord(account, lastSerial, pending, current, previous, proof, withdrawn, requests);
    }

    private KeyRecord withCurrent(Current changed) {
        return new KeyRecord(account, lastSerial, pending, changed, previous, proof, withdrawn, handled);
    }
}
