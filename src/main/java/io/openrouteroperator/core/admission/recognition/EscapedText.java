package io.openrouteroperator.core.admission.recognition;

/** A text and what it says without its escapes; whatever is no escape stays as it is. */
final class EscapedText {
    private static final int HEX = 16;

    private final String text;
    private final Syntax syntax;
    private int at;
    private int decodedAt;

    /** How escapes look: some characters that introduce one, and the code of a character in hex digits. */
    enum Syntax {
        /** {@code %xx}, as in a URL. */
        PERCENT(1) {
            @Override
            boolean mayBeIn(String text) {
                return text.indexOf('%') >= 0;
            }

            @Override
            int digitsAt(String text, int at) {
                return text.charAt(at) == '%' ? SHORT_DIGITS : 0;
            }
        },
        /** {@code \\uXXXX} and {@code \\xXX}, which strings of JSON, YAML and most languages share. */
        BACKSLASH(2) {
            @Override
            boolean mayBeIn(String text) {
                return text.indexOf('\\') >= 0 && (text.contains("\\u00") || text.contains("\\x"));
            }

            @Override
            int digitsAt(String text, int at) {
                if (text.charAt(at) != '\\' || at + 1 == text.length()) {
                    return 0;
                }
                return switch (text.charAt(at + 1)) {
                    case 'u' -> LONG_DIGITS;
                    case 'x' -> SHORT_DIGITS;
                    default -> 0;
                };
            }
        };

        private static final int SHORT_DIGITS = 2;
        private static final int LONG_DIGITS = 4;

        private final int introduction;

        Syntax(int introduction) {
            this.introduction = introduction;
        }

        /** Whether decoding can show a key: keys are ASCII, and four digits of their letters begin with two zeros. */
        abstract boolean mayBeIn(String text);

        /** How many hex digits have to follow what begins here; none where no escape begins. */
        abstract int digitsAt(String text, int at);
    }

    EscapedText(String text, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /** The text without escapes. */
    String decoded() {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int from = 0; from < text.length(); from += lengthAt(from)) {
            int value = valueAt(from);
            decoded.append(value < 0 ? text.charAt(from) : (char) value);
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
        return valueAt(from) < 0 ? 1 : syntax.introduction + syntax.digitsAt(text, from);
    }

    private int valueAt(int from) {
        int digits = syntax.digitsAt(text, from);
        int start = from + syntax.introduction;
        if (digits == 0 || start + digits > text.length()) {
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
