package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import java.time.Instant;

/** Keys at OpenRouter that outlived their object and have not met their fate yet. */
public sealed interface Retirement {
    /** What becomes of them. */
    Fate fate();

    /** Namespace and name of the object whose keys they were. */
    String owner();

    /** When they were handed over. */
    Instant since();

    /** Whether this key is meant. */
    boolean means(RemoteKey key);

    /** Whether the other is about the same keys. */
    default boolean sameAs(Retirement other) {
        return switch (this) {
            case Known known -> other instanceof Known same && known.hash().equals(same.hash());
            case Lost lost -> other instanceof Lost same && lost.keyName().equals(same.keyName());
        };
    }

    /** A key whose hash is on record. */
    record Known(KeyHash hash, Fate fate, String owner, Instant since) implements Retirement {
        @Override
        public boolean means(RemoteKey key) {
            return hash.equals(key.hash());
        }
    }

    /** Whatever a lost creation made: only its name is known, and there may be nothing. */
    record Lost(String keyName, Fate fate, String owner, Instant since) implements Retirement {
        @Override
        public boolean means(RemoteKey key) {
            return keyName.equals(key.name());
        }
    }
}
