package io.openrouteroperator.core.admission.recognition;

/**
 * Decodes the escapes that strings of JSON, YAML and most languages share, {@code \\uXXXX} and {@code \\xXX}; whatever is no escape
 * stays as it is.
 */
final class StringEscapes {
    private static final int HEX = 16;
    private static final int SHORT_DIGITS = 2;
    private static final int LONG_DIGITS = 4;
    private static final int INTRODUCTION = 2;

    private final String text;
    private int at;
    private int decodedAt;

    /** @param text that may hold escapes */
    StringEscapes(String text) {
        this.text = text;
    }

    /** Whether decoding can show anything new: keys are ASCII, and their letters have two leading zeros. */
    static boolean mayBeIn(String text) {
        return text.indexOf('\\') >= 0 && (text.contains("\\u00") || text.contains("\\x"));
    }

    /** The text without escapes. */
    String decoded() {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int from = 0; from < text.length(); from += lengthAt(from)) {
            int length = lengthAt(from);
            decoded.append(length == 1 ? text.charAt(from) : (char) valueAt(from, length - INTRODUCTION));
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
            at += lengthAt(at);
        }
        return at;
    }

    /** Of an escape, or of the one character that begins none. */
    private int lengthAt(int from) {
        if (text.charAt(from) != '\\' || from + 1 == text.length()) {
            return 1;
        }
        int digits = switch (text.charAt(from + 1)) {
            case 'u' -> LONG_DIGITS;
            case 'x' -> SHORT_DIGITS;
            default -> 0;
        };
        return digits > 0 && valueAt(from, digits) >= 0 ? INTRODUCTION + digits : 1;
    }

    private int valueAt(int from, int digits) {
        int start = from + INTRODUCTION;
        if (start + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            value = value * HEX + digit;
        }
        return value;
    }
}
