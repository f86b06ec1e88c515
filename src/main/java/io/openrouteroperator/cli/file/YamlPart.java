package io.openrouteroperator.cli.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that YAML allows to be read by itself: a line that begins with three dashes begins a document, whatever stands
 * before it, and one with three dots ends it.
 *
 * @param above how many lines of the text are above it
 */
record YamlPart(String text, int above) {
    private static final String BEGIN = "---";
    private static final String END = "...";

    /** The parts in order; comments and directives belong to the document after them. */
    static List<YamlPart> of(String text) {
        List<YamlPart> parts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int begin = 0;
        boolean begun = false;
        for (int at = 0; at < lines.size(); at++) {
            boolean ended = at > 0 && isMarker(lines.get(at - 1), END);
            if (ended || (begun && isMarker(lines.get(at), BEGIN))) {
                parts.add(part(lines, begin, at));
                begin = at;
                begun = false;
            }
            begun |= isContent(lines.get(at));
        }
        parts.add(part(lines, begin, lines.size()));
        return parts;
    }

    private static YamlPart part(List<String> lines, int begin, int end) {
        return new YamlPart(String.join("\n", lines.subList(begin, end)) + "\n", begin);
    }

    private static boolean isMarker(String line, String marker) {
        return line.startsWith(marker)
                && (line.length() == marker.length() || Character.isWhitespace(line.charAt(marker.length())));
    }

    private static boolean isContent(String line) {
        return !line.isBlank() && line.charAt(0) != '#' && line.charAt(0) != '%';
    }
}
