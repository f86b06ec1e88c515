package io.openrouteroperator.simulator.contract.comparison;

import io.openrouteroperator.simulator.contract.comparison.Shape.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares shapes and collects every difference, with the number of fields it looked at. */
final class ShapeComparison {

    private final List<Difference> differences = new ArrayList<>();
    private int fields;

    /** All differences found so far, in the order of the walk. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** How many fields and parameters were compared, those which only one side has included. */
    int fields() {
        return fields;
    }

    /** Counts one field or parameter. */
    void countField() {
        fields++;
    }

    /** Notes a difference found elsewhere. */
    void note(String where, String what) {
        differences.add(new Difference(where, what));
    }

    /** Compares two values, sets or texts that ought to be equal. */
    void expectEqual(String where, String what, Object official, Object ours) {
        if (!official.equals(ours)) {
            note(where, what + ": official " + official + ", ours " + ours);
        }
    }

    /** Compares the names two sides know; answers those which both have. */
    Set<String> expectSameNames(String where, String what, Collection<String> official, Collection<String> ours) {
        Set<String> names = new TreeSet<>(official);
        names.addAll(ours);
        Set<String> common = new TreeSet<>();
        for (String name : names) {
            if (!ours.contains(name)) {
                note(where + name, what + " only in the official description");
            } else if (!official.contains(name)) {
                note(where + name, what + " only in ours");
            } else {
                common.add(name);
            }
        }
        return common;
    }

    /** Compares everything two shapes say. */
    void compare(String where, Shape official, Shape ours) {
        expectEqual(where, "types", official.types(), ours.types());
        expectEqual(where, "null", official.nullable(), ours.nullable());
        boolean describedInside = !official.fields().isEmpty()
                || !official.alternatives().isEmpty()
                || official.others().isPresent()
                || official.items().isPresent();
        if (ours.isOpen() && describedInside) {
            note(where, "described by the official description, left open by ours");
            return;
        }
        compareValues(where, official.values(), ours.values());
        compareBounds(where, official.bounds(), ours.bounds());
        compareFields(where, official.fields(), ours.fields());
        expectEqual(where, "closed to other fields", official.closed(), ours.closed());
        comparePart(where + "/*", official.others(), ours.others());
        comparePart(where + "/[]", official.items(), ours.items());
        compareAlternatives(where, official.alternatives(), ours.alternatives());
    }

    private void compareValues(String where, Set<String> official, Set<String> ours) {
        Set<String> onlyOfficial = new TreeSet<>(official);
        onlyOfficial.removeAll(ours);
        Set<String> onlyOurs = new TreeSet<>(ours);
        onlyOurs.removeAll(official);
        if (official.isEmpty() != ours.isEmpty()) {
            note(where, official.isEmpty() ? "any value: official only" : "any value: ours only");
        } else if (!onlyOfficial.isEmpty() || !onlyOurs.isEmpty()) {
            note(where, "values: official only " + onlyOfficial + ", ours only " + onlyOurs);
        }
    }

    private void compareBounds(String where, Map<String, String> official, Map<String, String> ours) {
        Set<String> keywords = new TreeSet<>(official.keySet());
        keywords.addAll(ours.keySet());
        keywords.forEach(keyword -> expectEqual(
                where, keyword, official.getOrDefault(keyword, "none"), ours.getOrDefault(keyword, "none")));
    }

    private void compareFields(String where, Map<String, Field> official, Map<String, Field> ours) {
        Set<String> all = new TreeSet<>(official.keySet());
        all.addAll(ours.keySet());
        fields += all.size();
        for (String name : expectSameNames(where + "/", "field", official.keySet(), ours.keySet())) {
            Optional.ofNullable(official.get(name))
                    .ifPresent(theirs -> Optional.ofNullable(ours.get(name))
                            .ifPresent(own -> compareField(where + "/" + name, theirs, own)));
        }
    }

    private void compareField(String where, Field official, Field ours) {
        expectEqual(where, "required", official.required(), ours.required());
        compare(where, official.shape(), ours.shape());
    }

    private void comparePart(String where, Optional<Shape> official, Optional<Shape> ours) {
        if (official.isPresent() || ours.isPresent()) {
            compare(where, official.orElse(Shape.ANYTHING), ours.orElse(Shape.ANYTHING));
        }
    }

    private void compareAlternatives(String where, Map<String, Shape> official, Map<String, Shape> ours) {
        for (String label : expectSameNames(where + " alternative ", "alternative", official.keySet(), ours.keySet())) {
            comparePart(
                    where + "(" + label + ")",
                    Optional.ofNullable(official.get(label)),
                    Optional.ofNullable(ours.get(label)));
        }
    }
}
