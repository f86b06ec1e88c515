package io.openrouteroperator.simulator.contract.comparison;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reviewed exceptions.
 *
 * @param entries one reason each
 */
record AcceptedDifferences(List<Entry> entries) {

    /**
     * One accepted disagreement, at all places where it shows.
     *
     * @param where place of the difference; {@code *} stands for any text
     * @param what the difference, word for word
     * @param count at how many places it shows: one more is a new difference, one less an outdated exception
     * @param reason why it is right
     */
    record Entry(String where, String what, int count, String reason) {

        boolean covers(Difference difference) {
            String expression =
                    Stream.of(where.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return difference.what().equals(what) && difference.where().matches(expression);
        }
    }

    /** Reads the file; an entry without all four parts is an error. */
    static AcceptedDifferences read(InputStream yaml) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : new YAMLMapper().readTree(yaml)) {
            entries.add(new Entry(
                    entry.required("where").asString(),
                    entry.required("what").asString(),
                    entry.required("count").asInt(),
                    entry.required("reason").asString()));
        }
        return new AcceptedDifferences(List.copyOf(entries));
    }

    /** The differences which no entry covers. */
    List<Difference> unexplained(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> entries.stream().noneMatch(entry -> entry.covers(difference)))
                .toList();
    }

    /** What is wrong with the entries themselves: one sentence for each that does not cover exactly as much as it says. */
    List<String> outdated(List<Difference> differences) {
        List<String> problems = new ArrayList<>();
        for (Entry entry : entries) {
            long covered = differences.stream().filter(entry::covers).count();
            if (covered != entry.count()) {
                problems.add("\"%s: %s\" is accepted at %d places and shows at %d"
                        .formatted(entry.where(), entry.what(), entry.count(), covered));
            }
        }
        return problems;
    }
}
