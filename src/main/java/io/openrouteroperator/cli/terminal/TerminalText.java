package io.openrouteroperator.cli.terminal;

import io.openrouteroperator.core.text.PlainText;

/**
 * Text for a terminal, line by line. Names and messages come from the cluster, where others write them: whatever could move the cursor,
 * change colours, turn the direction of writing or begin a line of its own is replaced by a question mark.
 */
public final class TerminalText {
    private final StringBuilder text = new StringBuilder();

    /** Adds one line, whatever it holds. */
    public void line(String line) {
        text.append(clean(line).stripTrailing()).append('\n');
    }

    /** Adds a paragraph of several lines, each so many spaces to the right. */
    public void block(int indent, String paragraph) {
        paragraph.lines().forEach(line -> line(" ".repeat(indent) + line));
    }

    /** Adds an empty line. */
    public void gap() {
        text.append('\n');
    }

    /** One line without anything that a terminal obeys. */
    public static String clean(String line) {
        return PlainText.of(line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
