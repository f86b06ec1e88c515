package io.openrouteroperator.core.admission.recognition;

/** Decodes {@code %xx} escapes; whatever is no escape stays as it is, because the text need not be a URL. */
final class PercentEncoding {
    private static final int HEX = 16;
    private static final int ESCAPE_LENGTH = 3;

    private PercentEncoding() {}

    static String decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int value = escapeAt(text, at);
            decoded.append(value < 0 ? text.charAt(at) : (char) value);
            at += value < 0 ? 1 : ESCAPE_LENGTH;
        }
        return decoded.toString();
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
