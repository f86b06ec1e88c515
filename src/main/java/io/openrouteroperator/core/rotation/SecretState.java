package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import org.jspecify.annotations.Nullable;

/** The Secret that a key is delivered in, as it is. */
public sealed interface SecretState {
    /** There is none. */
    record Absent() implements SecretState {}

    /** There is one that we did not make. */
    record Foreign(String message) implements SecretState {}

    /**
     * There is ours.
     *
     * @param valueHash hash of the value in its key entry, null when the entry is missing or empty
     * @param serial the generation its annotation names, 0 when it names none
     * @param rendered whether every entry, label and annotation is as asked for around that value
     * @param proof the proof its annotation carries
     */
    record Ours(
            @Nullable KeyHash valueHash,
            int serial,
            boolean rendered,
            @Nullable PolicyProof proof) implements SecretState {}
}
