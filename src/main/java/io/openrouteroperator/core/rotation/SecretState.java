package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The Secret that a key is delivered in, as it is. */
public sealed interface SecretState {
    /** There is none. */
    record Absent() implements SecretState {
        @Override
        public @Nullable KeyHash valueHash() {
            return null;
        }
    }

    /** Hash of the value in its key entry, null when the entry is missing or empty. */
    @Nullable
    KeyHash valueHash();

    /**
     * There is one that is not ours, or not ours any more.
     *
     * @param message what its owner can do about it
     * @param valueHash hash of the value in its key entry: ours, when somebody only took our label off
     * @param obstacle why it cannot be taken over either, null when it can
     */
    record Foreign(
            String message,
            @Nullable KeyHash valueHash,
            @Nullable String obstacle) implements SecretState {}

    /**
     * There is ours.
     *
     * @param valueHash hash of the value in its key entry, null when the entry is missing or empty
     * @param serial the generation its annotation names, 0 when it names none
     * @param rendered whether every entry, label and annotation is as asked for around that value
     * @param proof the proof its annotation carries
     * @param publishedAt when its value came into it, as its annotation says
     */
    record Ours(
            @Nullable KeyHash valueHash,
            int serial,
            boolean rendered,
            @Nullable PolicyProof proof,
            @Nullable Instant publishedAt)
            implements SecretState {}
}
