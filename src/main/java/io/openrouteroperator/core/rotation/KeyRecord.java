package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.Generation.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param previous earlier keys not retired yet
 * @param proof what the current key was proven to be allowed
 * @param withdrawn whether we disabled the current key because its policy leaves nothing
 */
public record KeyRecord(
        @Nullable String account,
        int lastSerial,
        @Nullable Pending pending,
        @Nullable Current current,
        List<Previous> previous,
        @Nullable PolicyProof proof,
        boolean withdrawn) {
    public KeyRecord {
        previous = List.copyOf(previous);
    }

    /** A key that was never made. */
    public static KeyRecord empty() {
        return new KeyRecord(null, 0, null, null, List.of(), null, false);
    }

    /** The generations that were published and are not retired yet, the current one first. */
    public Stream<Published> published() {
        return Stream.concat(Stream.ofNullable(current), previous.stream());
    }

    /** Whether this hash is one of the generations remembered here. */
    public boolean knows(KeyHash hash) {
        return published().anyMatch(key -> key.hash().equals(hash));
    }

    /** With a new intent, recorded before its key is made. */
    public KeyRecord intending(String inAccount, Pending next) {
        return new KeyRecord(inAccount, next.serial(), next, current, previous, proof, withdrawn);
    }

    /** With another key published; the one before lives on until {@code retireAfter}. */
    public KeyRecord publishing(Current next, @Nullable PolicyProof evidence, Instant retireAfter) {
        List<Previous> older = new ArrayList<>(previous);
        older.removeIf(old -> old.hash().equals(next.hash()));
        if (current != null && !current.hash().equals(next.hash())) {
            older.add(new Previous(current.serial(), current.hash(), retireAfter));
        }
        return new KeyRecord(account, Math.max(lastSerial, next.serial()), null, next, older, evidence, false);
    }

    /** With an earlier key kept until then at least: somebody put it back into the Secret, so it is in use again. */
    public KeyRecord keeping(KeyHash hash, Instant until) {
        return withPrevious(
                old -> old.hash().equals(hash) && old.retireAfter().isBefore(until) ? old.until(until) : old);
    }

    /** With earlier keys due at once. */
    public KeyRecord retiring(Set<KeyHash> hashes, Instant now) {
        return withPrevious(
                old -> hashes.contains(old.hash()) && old.retireAfter().isAfter(now) ? old.until(now) : old);
    }

    private KeyRecord withPrevious(UnaryOperator<Previous> change) {
        return new KeyRecord(
                account,
                lastSerial,
                pending,
                current,
                previous.stream().map(change).toList(),
                proof,
                withdrawn);
    }

    /** Without an earlier key that is gone. */
    public KeyRecord without(KeyHash retired) {
        return new KeyRecord(
                account,
                lastSerial,
                pending,
                current,
                previous.stream().filter(old -> !old.hash().equals(retired)).toList(),
                proof,
                withdrawn);
    }

    /** Without the intent, when nothing of it is left; an object that holds no key is bound to no account. */
    public KeyRecord withoutPending() {
        String holder = current == null && previous.isEmpty() ? null : account;
        return new KeyRecord(holder, lastSerial, null, current, previous, proof, withdrawn);
    }

    /** With the current key marked as disabled by us, or no longer. */
    public KeyRecord withdrawn(boolean now) {
        return new KeyRecord(account, lastSerial, pending, current, previous, proof, now);
    }
}
