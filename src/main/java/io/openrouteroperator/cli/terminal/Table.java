package io.openrouteroperator.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table as kubectl prints them: a head in capitals, columns three spaces apart, no lines. */
public final class Table {
    private static final int GAP = 3;

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns. */
    public Table(String... columns) {
        rows.add(List.of(columns));
    }

    /** Adds a row, with a value for each column; an empty one is shown as a dash. */
    public void row(String... values) {
        rows.add(List.of(values).stream()
                .map(value -> value.isEmpty() ? "-" : TerminalText.clean(value))
                .toList());
    }

    /** The table, or nothing when it has no rows. */
    public String text() {
        if (rows.size() == 1) {
            return "";
        }
        TerminalText text = new TerminalText();
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column);
                line.append(value).append(" ".repeat(widths[column] - value.length() + GAP));
            }
            text.line(line.toString());
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }
}
