package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which keys may use something. At the API null means all keys and an empty list is refused, so "no key" cannot be written here:
 * whoever means it must disable the thing instead.
 */
public sealed interface KeyScope {
    /** Every key of the workspace; on the wire an explicit null. */
    record AllKeys() implements KeyScope {}

    /**
     * Only these keys.
     *
     * @param keys at least one
     */
    record OnlyKeys(SortedSet<KeyHash> keys) implements KeyScope {
        public OnlyKeys {
            keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("an empty list of keys would allow all keys");
            }
        }
    }

    /** Only these keys; at least one. */
    static KeyScope only(Collection<KeyHash> keys) {
        return new OnlyKeys(new TreeSet<>(keys));
    }

    /** Every key. */
    static KeyScope all() {
        return new AllKeys();
    }

    /** Whether this key is in it. */
    default boolean covers(KeyHash key) {
        return switch (this) {
            case AllKeys _ -> true;
            case OnlyKeys only -> only.keys().contains(key);
        };
    }
}
