package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Whether this hash is one of the generations remembered here. */
    public boolean knows(KeyHash hash) {
        return (current != null && current.hash().equals(hash))
                || previous.stream().anyMatch(old -> old.hash().equals(hash));
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

    /** Without the intent, when nothing of it is left. */
    public KeyRecord withoutPending() {
        return new KeyRecord(account, lastSerial, null, current, previous, proof, withdrawn);
    }

    /** With the current key marked as disabled by us, or no longer. */
    public KeyRecord withdrawn(boolean now) {
        return new KeyRecord(account, lastSerial, pending, current, previous, proof, now);
    }
}
