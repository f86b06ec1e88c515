package io.openrouteroperator.simulator.contract.comparison;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema accepts, free of its wording: references followed, {@code allOf} merged, alternatives told apart, {@code null} a flag.
 *
 * @param types JSON types apart from null; the type number is the two types {@code fraction} and {@code integer}
 * @param nullable whether null is accepted
 * @param values the only accepted values as JSON text; empty where all will do
 * @param bounds the remaining rules on single values by keyword, such as {@code maxLength} or {@code pattern}
 * @param fields the named fields of an object
 * @param closed whether an object accepts no other fields
 * @param others what other fields must look like, where the schema says so
 * @param items what the elements of an array must look like, where the schema says so
 * @param alternatives one shape for each kind of value, by a label that tells them apart; empty where there is one kind only
 */
record Shape(
        SortedSet<String> types,
        boolean nullable,
        SortedSet<String> values,
        SortedMap<String, String> bounds,
        SortedMap<String, Field> fields,
        boolean closed,
        Optional<Shape> others,
        Optional<Shape> items,
        SortedMap<String, Shape> alternatives) {

    /** All types but null. */
    static final SortedSet<String> ALL_TYPES = Collections.unmodifiableSortedSet(
            new TreeSet<>(Set.of("array", "boolean", "fraction", "integer", "object", "string")));

    /** The shape of every JSON value. */
    static final Shape ANYTHING = ofTypes(ALL_TYPES, true);

    /** The fields which tell the alternatives of a union apart where each allows one value only. */
    private static final Set<String> DISCRIMINATORS = Set.of("type", "id", "role");

    /**
     * A named field of an object.
     *
     * @param required whether the object is invalid without it
     */
    record Field(Shape shape, boolean required) {}

    /** A shape of which only the types are known. */
    static Shape ofTypes(SortedSet<String> types, boolean nullable) {
        return new Shape(
                types,
                nullable,
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                false,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    /** A union of kinds of values. */
    static Shape ofAlternatives(Map<String, Shape> alternatives, boolean nullable) {
        SortedSet<String> types = new TreeSet<>();
        alternatives.values().forEach(alternative -> types.addAll(alternative.types()));
        return new Shape(
                types,
                nullable,
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                false,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(alternatives));
    }

    /** The same with null accepted or not. */
    Shape withNull(boolean accepted) {
        return new Shape(types, accepted, values, bounds, fields, closed, others, items, alternatives);
    }

    /** Whether nothing is said beyond the types. */
    boolean isOpen() {
        return equals(ofTypes(types, nullable));
    }

    /** A label that tells this apart from the other alternatives of a union. */
    String label() {
        return fields.entrySet().stream()
                .filter(field -> DISCRIMINATORS.contains(field.getKey()))
                .filter(field -> field.getValue().shape().values().size() == 1)
                .map(field ->
                        field.getKey() + "=" + field.getValue().shape().values().getFirst())
                .findFirst()
                .orElseGet(() -> String.join("|", types));
    }
}
