package io.openrouteroperator.core.admission.recognition;

/** Decodes {@code %xx} escapes; whatever is no escape stays as it is, because the text need not be a URL. */
final class PercentEncoding {
    private static final int HEX = 16;
    private static final int ESCAPE_LENGTH = 3;

    private final String text;
    private int at;
    private int decodedAt;

    /** @param text that may hold escapes */
    PercentEncoding(String text) {
        this.text = text;
    }

    /** The text without escapes. */
    String decoded() {
        StringBuilder decoded = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int value = escapeAt(text, from);
            decoded.append(value < 0 ? text.charAt(from) : (char) value);
            from += value < 0 ? 1 : ESCAPE_LENGTH;
        }
        return decoded.toString();
    }

    /**
     * Where a character of the decoded text begins in the text.
     *
     * @param index in the decoded text, never less than the one asked for before: one pass answers all
     */
    int origin(int index) {
        for (; decodedAt < index; decodedAt++) {
            at += escapeAt(text, at) < 0 ? 1 : ESCAPE_LENGTH;
        }
        return at;
    }

    private static int escapeAt(String text, int at) {
        if (text.charAt(at) != '%' || at + ESCAPE_LENGTH > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
