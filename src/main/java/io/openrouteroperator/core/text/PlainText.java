package io.openrouteroperator.core.text;

/**
 * One line of text without anything that a terminal or a page obeys: what could move the cursor, change colours, turn the direction of
 * writing or begin a line of its own is replaced by a question mark.
 */
public final class PlainText {
    private static final char REPLACEMENT = '?';

    private PlainText() {}

    /** The line, whatever it holds. */
    public static String of(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        line.codePoints()
                .map(character -> isObeyed(character) ? REPLACEMENT : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
