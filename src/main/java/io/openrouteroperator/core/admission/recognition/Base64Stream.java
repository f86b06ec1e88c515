package io.openrouteroperator.core.admission.recognition;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Reads a text as a stream of base64 digits and stops wherever the decoded bits spell a key's prefix.
 *
 * <p>A key's first byte can lie 0, 2 or 4 bits into a digit, wherever the encoding began and whatever came before it; looking at
 * those three places of a window over the last ten digits therefore covers every alignment, without decoding the text once per
 * alignment. Line breaks and blanks are skipped, since {@code base64} wraps its output at 76 columns; so is {@code \\n}, as which JSON
 * writes a line break.
 */
final class Base64Stream {
    private static final int BITS_PER_DIGIT = 6;
    private static final int BITS_PER_BYTE = 8;
    private static final int BYTE_MASK = 0xFF;
    private static final byte NO_DIGIT = -1;
    private static final byte SKIPPED = -2;
    private static final byte[] DIGITS = digits();
    private static final long WINDOW_MASK = (1L << 60) - 1;
    private static final long PREFIX_MASK = (1L << (KeyRecogniser.PREFIX.length() * BITS_PER_BYTE)) - 1;
    private static final long PREFIX_BITS = prefixBits();

    private Base64Stream() {}

    /** Hands over the decoded text from each encoded prefix on, as far as a key can reach, and the index of the prefix's last digit. */
    static void forEachPrefixedText(String text, ObjIntConsumer<String> consumer) {
        long window = 0;
        for (int at = 0; at < text.length(); at++) {
            byte digit = digitAt(text, at);
            if (digit == SKIPPED) {
                continue;
            }
            if (digit == NO_DIGIT) {
                if (isEscapedBreak(text, at)) {
                    at++;
                } else {
                    window = 0;
                }
                continue;
            }
            window = (window << BITS_PER_DIGIT | digit) & WINDOW_MASK;
            for (int shift = 0; shift < BITS_PER_DIGIT; shift += 2) {
                if ((window >>> shift & PREFIX_MASK) == PREFIX_BITS) {
                    consumer.accept(decodeAfterPrefix(text, at + 1, window, shift), at);
                }
            }
        }
    }

    /** The {@code shift} low bits of the window already belong to the byte after the prefix. */
    private static String decodeAfterPrefix(String text, int from, long window, int shift) {
        StringBuilder decoded = new StringBuilder(KeyRecogniser.LONGEST_KEY).append(KeyRecogniser.PREFIX);
        long bits = window & (1L << shift) - 1;
        int count = shift;
        for (int at = from; at < text.length() && decoded.length() < KeyRecogniser.LONGEST_KEY; at++) {
            byte digit = digitAt(text, at);
            if (digit == SKIPPED) {
                continue;
            }
            if (digit == NO_DIGIT) {
                if (!isEscapedBreak(text, at)) {
                    break;
                }
                at++;
                continue;
            }
            bits = bits << BITS_PER_DIGIT | digit;
            count += BITS_PER_DIGIT;
            if (count >= BITS_PER_BYTE) {
                count -= BITS_PER_BYTE;
                decoded.append((char) (bits >>> count & BYTE_MASK));
                bits &= (1L << count) - 1;
                if (!KeyRecogniser.mayGoOn(decoded)) {
                    break;
                }
            }
        }
        return decoded.toString();
    }

    private static boolean isEscapedBreak(String text, int at) {
        return text.startsWith("\\n", at) || text.startsWith("\\r", at);
    }

    private static byte digitAt(String text, int at) {
        char c = text.charAt(at);
        return c < DIGITS.length ? DIGITS[c] : NO_DIGIT;
    }

    private static long prefixBits() {
        long bits = 0;
        for (char c : KeyRecogniser.PREFIX.toCharArray()) {
            bits = bits << BITS_PER_BYTE | c;
        }
        return bits;
    }

    private static byte[] digits() {
        byte[] table = new byte[128];
        Arrays.fill(table, NO_DIGIT);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int value = 0; value < alphabet.length(); value++) {
            table[alphabet.charAt(value)] = (byte) value;
        }
        table['-'] = table['+'];
        table['_'] = table['/'];
        for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
            table[blank] = SKIPPED;
        }
        return table;
    }
}
