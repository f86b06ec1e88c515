package io.openrouteroperator.core.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person probably meant by a name that does not exist. The same name and candidates always give the same answer. */
public final class NearestMatch {
    private static final int MOST_SUGGESTIONS = 3;

    private NearestMatch() {}

    /** The candidate with the fewest typing errors, if a third of the name or less is wrong; the first by alphabet of several. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int tolerated = Math.max(1, wanted.length() / 3);
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .map(candidate -> new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance() <= tolerated)
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    /** {@code "; did you mean 'anthropic'?"}, or an empty text when nothing comes near. */
    public static String question(String name, Collection<String> candidates) {
        List<String> suggestions = of(name, candidates).map(List::of).orElseGet(() -> containing(name, candidates));
        return suggestions.isEmpty()
                ? ""
                : suggestions.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
    }

    // "google" is nobody's typing error for "google-vertex", but it is what people write.
    private static List<String> containing(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> wanted.length() > 2 && candidate.contains(wanted))
                .sorted()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** Damerau-Levenshtein distance in its common form: swapped neighbours count once and are not edited again. */
    static int distance(String left, String right) {
        int[] beforePrevious = new int[right.length() + 1];
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                int best = Math.min(
                        Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + substitution);
                current[column] =
                        swapped(left, row, right, column) ? Math.min(best, beforePrevious[column - 2] + 1) : best;
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[right.length()];
    }

    private static boolean swapped(String left, int row, String right, int column) {
        return row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
    }
}
