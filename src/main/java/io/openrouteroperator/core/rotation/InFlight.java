package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this process alone knows of the pending generation; gone when it dies, and recovery starts from the world instead.
 * {@link #nonce()} ties it to the intent in the status, so that another replica's intent is never mistaken for ours.
 */
public sealed interface InFlight {
    /** The nonce of the intent it belongs to. */
    String nonce();

    /** We recorded the intent ourselves and know that no create was sent, or that it was refused. */
    record Untouched(String nonce) implements InFlight {}

    /** We hold the key's value; what was done for it so far. */
    record Held(
            String nonce,
            MintedKey minted,
            boolean guarded,
            @Nullable PolicyProof proof,
            boolean funded) implements InFlight {
        /** Just made: naked, unproven, worth nothing. */
        public static Held naked(String nonce, MintedKey minted) {
            return new Held(nonce, minted, false, null, false);
        }

        /** Bound to its guardrail, and read back. */
        public Held withGuardrail() {
            return new Held(nonce, minted, true, proof, funded);
        }

        /** Rules changed: what was guarded and proven counts no longer. */
        public Held withoutProof() {
            return new Held(nonce, minted, false, null, funded);
        }

        /** Proven to be within its policy. */
        public Held withProof(PolicyProof evidence) {
            return new Held(nonce, minted, guarded, evidence, funded);
        }

        /** Given its real limit. */
        public Held withFunds() {
            return new Held(nonce, minted, guarded, proof, true);
        }
    }

    /** Someone created, or tried to, and the answer is lost; these keys carry the name, after two agreeing passes over the list. */
    record Searched(String nonce, List<RemoteKey> found) implements InFlight {
        public Searched {
            found = List.copyOf(found);
        }
    }
}
