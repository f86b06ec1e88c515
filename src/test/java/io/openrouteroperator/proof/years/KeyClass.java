package io.openrouteroperator.proof.years;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Keys under the same terms, which change over the years.
 *
 * @param name for the table
 * @param keys how many
 * @param history the terms by when they came into force
 */
record KeyClass(String name, int keys, NavigableMap<Instant, ClassTerms> history) {
    static KeyClass of(String name, int keys, ClassTerms first) {
        return new KeyClass(name, keys, new TreeMap<>()).from(Instant.EPOCH, first);
    }

    KeyClass from(Instant when, ClassTerms terms) {
        NavigableMap<Instant, ClassTerms> longer = new TreeMap<>(history);
        longer.put(when, terms);
        return new KeyClass(name, keys, longer);
    }

    ClassTerms at(Instant when) {
        return history.floorEntry(when).getValue();
    }
}
