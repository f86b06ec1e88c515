package io.openrouteroperator.cli.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On which line of a file each field of an object begins. */
public final class SourceLines {
    private final Map<List<String>, Integer> lines;
    private final List<String> root;

    /** The lines of a whole document, empty at first. */
    SourceLines() {
        this(new HashMap<>(), List.of());
    }

    /** Of an object that stands in no file. */
    public static SourceLines none() {
        return new SourceLines();
    }

    private SourceLines(Map<List<String>, Integer> lines, List<String> root) {
        this.lines = lines;
        this.root = List.copyOf(root);
    }

    void put(List<String> steps, int line) {
        lines.put(List.copyOf(steps), line);
    }

    /** The same lines as seen from an object that is part of this one. */
    SourceLines below(String... steps) {
        return new SourceLines(lines, joined(root, List.of(steps)));
    }

    /** The line of a field path such as {@code spec.containers[0].image}, from 1; that of the nearest parent for a field not written. */
    public int lineOf(String path) {
        List<String> steps = steps(path);
        // The API server merges stringData into data, and rules speak of the result.
        List<String> plain = new ArrayList<>(steps);
        if (!plain.isEmpty() && plain.getFirst().equals("data")) {
            plain.set(0, "stringData");
        }
        for (int length = steps.size(); length >= 0; length--) {
            Integer line = lines.get(joined(root, steps.subList(0, length)));
            if (line == null) {
                line = lines.get(joined(root, plain.subList(0, length)));
            }
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** {@code a.b[0].c[d.e/f]} in its steps. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.') {
                at++;
            } else if (c == '[') {
                int end = path.indexOf(']', at);
                end = end < 0 ? path.length() : end;
                steps.add(path.substring(at + 1, end));
                at = end + 1;
            } else {
                int end = endOfName(path, at);
                steps.add(path.substring(at, end));
                at = end;
            }
        }
        return steps;
    }

    private static int endOfName(String path, int from) {
        int end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }
}
