package io.openrouteroperator.core.openrouter;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which of a kind is allowed. At the API null means everything and an empty list is refused (trap 10), so "nothing" cannot be
 * written here at all: a set that resolves to nothing must disable keys instead.
 */
public sealed interface AllowList {
    /** No restriction; on the wire an explicit null. */
    record Everything() implements AllowList {}

    /**
     * Only these.
     *
     * @param names sorted and distinct, at least one
     */
    record Only(List<String> names) implements AllowList {
        public Only {
            names = List.copyOf(new TreeSet<>(names));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("an empty allow-list would allow everything");
            }
        }
    }

    /** Only these names; at least one. */
    static AllowList only(Collection<String> names) {
        return new Only(List.copyOf(names));
    }

    /** No restriction. */
    static AllowList everything() {
        return new Everything();
    }
}
