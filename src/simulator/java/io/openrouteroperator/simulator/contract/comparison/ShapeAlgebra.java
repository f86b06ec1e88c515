package io.openrouteroperator.simulator.contract.comparison;

import io.openrouteroperator.simulator.contract.comparison.Shape.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Combines shapes as JSON Schema's {@code allOf} and {@code anyOf} combine schemas. */
final class ShapeAlgebra {

    private ShapeAlgebra() {}

    /** What both accept. */
    static Shape both(Shape first, Shape second) {
        if (first.equals(Shape.ANYTHING)) {
            return second;
        }
        if (second.equals(Shape.ANYTHING)) {
            return first;
        }
        if (!second.alternatives().isEmpty()) {
            Map<String, Shape> narrowed = new LinkedHashMap<>();
            second.alternatives().forEach((label, alternative) -> narrowed.put(label, both(first, alternative)));
            return Shape.ofAlternatives(narrowed, first.nullable() && second.nullable());
        }
        if (!first.alternatives().isEmpty()) {
            return both(second, first);
        }
        SortedMap<String, String> bounds = new TreeMap<>(first.bounds());
        bounds.putAll(second.bounds());
        return new Shape(
                retained(first.types(), second.types()),
                first.nullable() && second.nullable(),
                bothValues(first.values(), second.values()),
                bounds,
                bothFields(first.fields(), second.fields()),
                first.closed() || second.closed(),
                bothParts(first.others(), second.others()),
                bothParts(first.items(), second.items()),
                new TreeMap<>());
    }

    /** What at least one of them accepts: a union of kinds, or one shape where all are of one kind. */
    static Shape any(Collection<Shape> shapes) {
        boolean nullable = shapes.stream().anyMatch(Shape::nullable);
        Map<String, Shape> kinds = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            Collection<Shape> parts = shape.alternatives().isEmpty()
                    ? Set.of(shape)
                    : shape.alternatives().values();
            for (Shape part : parts) {
                if (!part.types().isEmpty()) {
                    Shape plain = part.withNull(false);
                    kinds.merge(plain.label(), plain, ShapeAlgebra::either);
                }
            }
        }
        if (kinds.isEmpty()) {
            return Shape.ofTypes(new TreeSet<>(), nullable);
        }
        return kinds.size() == 1
                ? kinds.values().iterator().next().withNull(nullable)
                : Shape.ofAlternatives(kinds, nullable);
    }

    /** What one of two shapes of the same kind accepts, as far as one shape can say it. */
    private static Shape either(Shape first, Shape second) {
        SortedSet<String> values = new TreeSet<>();
        if (!first.values().isEmpty() && !second.values().isEmpty()) {
            values.addAll(first.values());
            values.addAll(second.values());
        }
        SortedSet<String> types = new TreeSet<>(first.types());
        types.addAll(second.types());
        SortedMap<String, String> bounds = new TreeMap<>(first.bounds());
        bounds.entrySet().retainAll(second.bounds().entrySet());
        return new Shape(
                types,
                first.nullable() || second.nullable(),
                values,
                bounds,
                eitherFields(first.fields(), second.fields()),
                first.closed() && second.closed(),
                eitherPart(first.others(), second.others()),
                eitherPart(first.items(), second.items()),
                new TreeMap<>());
    }

    private static SortedMap<String, Field> bothFields(
            SortedMap<String, Field> first, SortedMap<String, Field> second) {
        SortedMap<String, Field> fields = new TreeMap<>(first);
        second.forEach((name, field) -> fields.merge(
                name,
                field,
                (one, other) -> new Field(both(one.shape(), other.shape()), one.required() || other.required())));
        return fields;
    }

    private static SortedMap<String, Field> eitherFields(
            SortedMap<String, Field> first, SortedMap<String, Field> second) {
        SortedMap<String, Field> fields = new TreeMap<>();
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            Optional<Field> one = Optional.ofNullable(first.get(name));
            Optional<Field> other = Optional.ofNullable(second.get(name));
            boolean required = one.map(Field::required).orElse(false)
                    && other.map(Field::required).orElse(false);
            Shape shape = any(Stream.of(one, other)
                    .flatMap(Optional::stream)
                    .map(Field::shape)
                    .toList());
            fields.put(name, new Field(shape, required));
        }
        return fields;
    }

    private static SortedSet<String> bothValues(SortedSet<String> first, SortedSet<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return retained(first, second);
    }

    private static SortedSet<String> retained(SortedSet<String> first, SortedSet<String> second) {
        SortedSet<String> common = new TreeSet<>(first);
        common.retainAll(second);
        return common;
    }

    private static Optional<Shape> bothParts(Optional<Shape> first, Optional<Shape> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(both(first.get(), second.get()))
                : first.or(() -> second);
    }

    private static Optional<Shape> eitherPart(Optional<Shape> first, Optional<Shape> second) {
        return first.flatMap(one -> second.map(other -> any(List.of(one, other))));
    }
}
