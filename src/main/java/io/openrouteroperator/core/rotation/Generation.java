package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One generation of a service's key, by where it stands in its life. */
public sealed interface Generation {
    /** Counts from 1 and never goes back, also when a generation was lost. */
    int serial();

    /** A generation that was in the Secret once, so somebody may be using it. */
    sealed interface Published extends Generation {
        /** Its identifier. */
        KeyHash hash();
    }

    /**
     * Recorded before the key is made, so that a lost answer is found by name.
     *
     * @param serial the generation
     * @param nonce the random part of the name
     * @param keyName the whole name at OpenRouter
     * @param startedAt when it was recorded
     */
    record Pending(int serial, String nonce, String keyName, Instant startedAt) implements Generation {}

    /**
     * The published key.
     *
     * @param serial the generation
     * @param hash its identifier
     * @param label the masked value
     * @param createdAt when OpenRouter made it
     * @param expiresAt its hard end, null when it has none (an adopted key)
     */
    record Current(
            int serial,
            KeyHash hash,
            String label,
            Instant createdAt,
            @Nullable Instant expiresAt) implements Published {}

    /**
     * An earlier key that still works, for those who have not read the new one yet.
     *
     * @param serial the generation
     * @param hash its identifier
     * @param retireAfter when it goes
     */
    record Previous(int serial, KeyHash hash, Instant retireAfter) implements Published {
        Previous until(Instant later) {
            return new Previous(serial, hash, later);
        }
    }
}
