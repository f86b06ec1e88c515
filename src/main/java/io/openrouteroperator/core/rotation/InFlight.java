package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process alone knows of the pending generation; gone when it dies, and recovery starts from the world instead.
 * {@link #nonce()} ties it to the intent in the status, so that another replica's intent is never mistaken for ours.
 */
public sealed interface InFlight {
    /** The nonce of the intent it belongs to. */
    String nonce();

    /** The keys it speaks of, to be looked at again before anything is done to them. */
    default Stream<KeyHash> hashes() {
        return switch (this) {
            case Untouched _ -> Stream.empty();
            case Held held -> Stream.of(held.minted().key().hash());
            case Searched searched -> searched.found().stream().map(RemoteKey::hash);
        };
    }

    /** We recorded the intent ourselves and know that no create was sent, or that it was refused. */
    record Untouched(String nonce) implements InFlight {}

    /** We hold the key's value; what was done for it so far. */
    record Held(
            String nonce,
            MintedKey minted,
            @Nullable String guardrailId,
            @Nullable PolicyProof proof,
            @Nullable SpendLimit funds)
            implements InFlight {
        /** Just made: naked, unproven, worth nothing. */
        public static Held naked(String nonce, MintedKey minted) {
            return new Held(nonce, minted, null, null, null);
        }

        /** Bound to this guardrail, and read back; a proof made under another binding counts no longer. */
        public Held withGuardrail(String bound) {
            return new Held(nonce, minted, bound, null, funds);
        }

        /** Proven to be within its policy. */
        public Held withProof(PolicyProof evidence) {
            return new Held(nonce, minted, guardrailId, evidence, funds);
        }

        /** Given this limit. */
        public Held withFunds(SpendLimit limit) {
            return new Held(nonce, minted, guardrailId, proof, limit);
        }
    }

    /**
     * A create was sent, and its value is lost or was thrown away; these keys carry the name, after two agreeing passes over the
     * list, without those deleted since.
     */
    record Searched(String nonce, List<RemoteKey> found) implements InFlight {
        public Searched {
            found = List.copyOf(found);
        }
    }
}
