package io.openrouteroperator.core.rotation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What its owner asks of a key, beside its grant.
 *
 * @param requests what was asked for at once
 * @param adopt whether an unmanaged key that is in the Secret already is to be taken over
 * @param restarts whether consumers that cannot see a new key otherwise are restarted
 * @param suspended whether scheduled rotation rests
 */
public record KeyWishes(Requests requests, boolean adopt, boolean restarts, boolean suspended) {
    /** Nothing special. */
    public static KeyWishes none() {
        return new KeyWishes(Requests.none(), false, true, false);
    }

    /**
     * Requests that are carried out once: by a number that rises, or by an annotation whose value changes. The same shape remembers
     * which were carried out.
     *
     * @param generation {@code spec.rotation.generation}
     * @param rotate value of the annotation {@code openrouter-operator.io/rotate}, null for none
     * @param revoke value of {@code openrouter-operator.io/revoke}
     * @param rollback value of {@code openrouter-operator.io/rollback}, a serial
     */
    public record Requests(
            long generation,
            @Nullable String rotate,
            @Nullable String revoke,
            @Nullable String rollback) {
        /** Nothing was ever asked for. */
        public static Requests none() {
            return new Requests(0, null, null, null);
        }

        /** Whether a rotation is asked for that {@code handled} does not know. */
        boolean asksForRotation(Requests handled) {
            return generation > handled.generation || isNew(rotate, handled.rotate);
        }

        boolean asksForRevocation(Requests handled) {
            return isNew(revoke, handled.revoke);
        }

        boolean asksForRollback(Requests handled) {
            return isNew(rollback, handled.rollback);
        }

        /** With every request for another key answered: whatever made us make one, it is a new one. */
        Requests answeringRotation(Requests asked) {
            @Nullable String latest = asked.rotate == null ? rotate : asked.rotate;
            return new Requests(Math.max(generation, asked.generation), latest, revoke, rollback);
        }

        Requests answeringRevocation(Requests asked) {
            return new Requests(generation, rotate, asked.revoke, rollback);
        }

        Requests answeringRollback(Requests asked) {
            return new Requests(generation, rotate, revoke, asked.rollback);
        }

        /** An annotation that was taken away asks for nothing. */
        private static boolean isNew(@Nullable String asked, @Nullable String handled) {
            return asked != null && !Objects.equals(asked, handled);
        }
    }
}
