package io.openrouteroperator.chart.keyform;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a key is written down.
 *
 * @param name of the policy's variable that holds the keys found
 * @param prefix what every key of this form begins with
 * @param longest length of what may follow the prefix, in characters
 * @param shape regular expression of what follows the prefix
 * @param digit regular expression that finds a decimal digit in what follows; empty where none is needed
 * @param distinct fewest different characters of what follows
 */
record KeyForm(String name, String prefix, int longest, String shape, String digit, int distinct) {

    /** The keys of this form in a text, found as the chart's expressions find them. */
    List<String> find(String text) {
        return Arrays.stream(("#" + text).split(Pattern.quote(prefix), -1))
                .map(piece -> piece.length() > longest ? piece.substring(0, longest) : piece)
                .map(piece -> firstMatch(shape, piece))
                .filter(run -> Pattern.compile(digit).matcher(run).find())
                .filter(run -> run.chars().distinct().count() >= distinct)
                .map(run -> prefix + run)
                .toList();
    }

    /** The form as an entry of a YAML list. */
    String yaml() {
        return """
                - name: %s
                  prefix: %s
                  longest: %d
                  shape: '%s'
                  digit: '%s'
                  distinct: %d
                """.formatted(name, prefix, longest, shape, digit, distinct);
    }

    private static String firstMatch(String expression, String text) {
        Matcher matcher = Pattern.compile(expression).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
