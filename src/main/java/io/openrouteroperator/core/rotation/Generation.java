package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One generation of a service's key, by where it stands in its life. */
public sealed interface Generation {
    /** Serial of a key that was made by hand and taken over; ours count from 1. */
    int ADOPTED = 0;

    /** Counts from 1 and never goes back, also when a generation was lost; {@link #ADOPTED} for a key taken over. */
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
     * @param carried what the key before it has spent of its limit, null when there is nothing to carry over
     */
    record Pending(
            int serial,
            String nonce,
            String keyName,
            Instant startedAt,
            @Nullable CarriedSpend carried) implements Generation {}

    /**
     * The published key.
     *
     * @param serial the generation
     * @param hash its identifier
     * @param label the masked value
     * @param createdAt when OpenRouter made it
     * @param expiresAt its hard end, null when it has none (an adopted key)
     * @param publishedAt when it came into the Secret: what was started before holds an earlier key
     * @param rolledOutAt when the last consumer of an earlier key was seen to be gone, null while there are some
     * @param carried what the key before it had spent of its limit, null when nothing is carried over
     * @param compromisedAt when its owner said that somebody else has it, null when nobody did
     */
    record Current(
            int serial,
            KeyHash hash,
            String label,
            Instant createdAt,
            @Nullable Instant expiresAt,
            Instant publishedAt,
            @Nullable Instant rolledOutAt,
            @Nullable CarriedSpend carried,
            @Nullable Instant compromisedAt)
            implements Published {
        Current rolledOut(@Nullable Instant at) {
            return new Current(serial, hash, label, createdAt, expiresAt, publishedAt, at, carried, compromisedAt);
        }

        Current compromised(Instant at) {
            return new Current(serial, hash, label, createdAt, expiresAt, publishedAt, rolledOutAt, carried, at);
        }

        /** As it lives on beside its successor; a compromised one is retired at once. */
        Previous superseded(Instant at, Instant retireAfter) {
            return new Previous(serial, hash, at, retireAfter, null, compromisedAt == null ? null : at, false);
        }
    }

    /**
     * An earlier key: it still works, for those who have not read the new one yet, until it is retired.
     *
     * @param serial the generation
     * @param hash its identifier
     * @param supersededAt when another key took its place in the Secret
     * @param retireAfter the end of its overlap, at which it is retired whoever uses it
     * @param mark what it had spent when nobody should be using it any more, null before that
     * @param retiredAt when it was retired: disabled, and deleted after a soak; null while it works
     * @param restored whether its owner asked for it back: it works until {@code retireAfter}
     */
    record Previous(
            int serial,
            KeyHash hash,
            Instant supersededAt,
            Instant retireAfter,
            @Nullable UsageMark mark,
            @Nullable Instant retiredAt,
            boolean restored)
            implements Published {
        /** Retired neither by time nor because nobody used it: its owner said that it is in the wrong hands. */
        boolean revoked() {
            return retiredAt != null && mark == null && retiredAt.isBefore(retireAfter);
        }

        /** In use again, from the Secret: nothing of its retirement holds any more, and its overlap begins anew. */
        Previous inUse(Instant now, Instant until) {
            return new Previous(serial, hash, now, until, null, null, restored);
        }

        Previous dueAt(Instant earlier) {
            return new Previous(serial, hash, supersededAt, earlier, mark, retiredAt, restored);
        }

        Previous marked(UsageMark seen) {
            return new Previous(serial, hash, supersededAt, retireAfter, seen, retiredAt, restored);
        }

        Previous retired(Instant at) {
            return new Previous(serial, hash, supersededAt, retireAfter, mark, at, false);
        }

        /** In the wrong hands; one that was retired already stays so. */
        Previous revokedAt(Instant at) {
            return retiredAt == null ? new Previous(serial, hash, supersededAt, retireAfter, null, at, false) : this;
        }

        Previous restoredUntil(Instant later) {
            return new Previous(serial, hash, supersededAt, later, null, null, true);
        }
    }
}
