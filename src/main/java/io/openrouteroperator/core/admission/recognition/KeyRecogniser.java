package io.openrouteroperator.core.admission.recognition;

import io.openrouteroperator.core.admission.recognition.EscapedText.Syntax;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.text.PlainText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds OpenRouter keys in any text. Linear in the length of the text: each position is looked at a bounded number of times, and
 * what follows a prefix is read only as far as a key is long, and never into the next prefix.
 *
 * <p>Placeholders stay quiet because they lack the shape: too few hex digits, or one character repeated.
 */
public final class KeyRecogniser {
    /** What every OpenRouter key starts with. */
    static final String PREFIX = "sk-or-";

    /** Longest text that can still be a key; bounds how much is decoded behind an encoded prefix. */
    static final int LONGEST_KEY = 256;

    /** A text shorter than this holds no key, however it is encoded. */
    private static final int SHORTEST_KEY = 43;

    private static final String SERVICE_PREFIX = "v1-";
    private static final String MANAGEMENT_PREFIX = "mgmt-";
    private static final int SERVICE_DIGITS = 64;
    private static final int MANAGEMENT_LEAST = 32;
    private static final int MANAGEMENT_LEAST_DISTINCT = 10;

    private KeyRecogniser() {}

    /** Whether a text is long enough for a key; nearly all texts of a pod are not, and need no further look. */
    public static boolean canHoldKey(String text) {
        return text.length() >= SHORTEST_KEY;
    }

    /** All keys in the text, each once, in the order found: as written, percent-encoded, and behind one level of base64. */
    public static List<FoundKey> find(String text) {
        List<FoundKey> found = new ArrayList<>();
        forEach(text, found::add);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<KeyHash, FoundKey> distinct = new LinkedHashMap<>();
        found.forEach(key -> distinct.putIfAbsent(key.value().hash(), key));
        return List.copyOf(distinct.values());
    }

    /** All places of the text that hold a key, in their order. */
    public static List<FoundKey> findEverywhere(String text) {
        SortedMap<Integer, FoundKey> found = new TreeMap<>();
        forEach(text, key -> found.putIfAbsent(key.at(), key));
        return List.copyOf(found.values());
    }

    private static void forEach(String text, Consumer<FoundKey> consumer) {
        if (!canHoldKey(text)) {
            return;
        }
        forEachPlain(text, KeyEncoding.PLAIN, IntUnaryOperator.identity(), consumer);
        forEachEscaped(text, Syntax.BACKSLASH, KeyEncoding.ESCAPED, consumer);
        forEachEscaped(text, Syntax.PERCENT, KeyEncoding.PERCENT, consumer);
        Base64Stream.forEachPrefixedText(
                text, (decoded, at) -> forEachPlain(decoded, KeyEncoding.BASE64, _ -> at, consumer));
    }

    private static void forEachEscaped(String text, Syntax syntax, KeyEncoding encoding, Consumer<FoundKey> consumer) {
        if (syntax.mayBeIn(text)) {
            EscapedText escaped = new EscapedText(text, syntax);
            forEachPlain(escaped.decoded(), encoding, escaped::origin, consumer);
        }
    }

    /** The text as it may be printed: on one line, with every key in it masked. */
    public static String printable(String text) {
        return PlainText.of(masked(text));
    }

    /** The text with every key in it masked: names of objects, entries and fields are printed, and anyone may choose them. */
    public static String masked(String text) {
        int at = text.indexOf(PREFIX);
        if (at < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (int next; at >= 0; at = next) {
            next = text.indexOf(PREFIX, at + PREFIX.length());
            FoundKey key = keyAt(text, at, next < 0 ? text.length() : next, KeyEncoding.PLAIN);
            if (key != null) {
                masked.append(text, copied, at).append(key.mark().masked());
                copied = at + key.value().reveal().length();
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** @param origin from an index in this text to that in the text that was given */
    private static void forEachPlain(
            String text, KeyEncoding encoding, IntUnaryOperator origin, Consumer<FoundKey> consumer) {
        int next;
        for (int at = text.indexOf(PREFIX); at >= 0; at = next) {
            next = text.indexOf(PREFIX, at + PREFIX.length());
            FoundKey key = keyAt(text, at, next < 0 ? text.length() : next, encoding);
            if (key != null) {
                consumer.accept(new FoundKey(key.value(), key.shape(), encoding, origin.applyAsInt(at)));
            }
        }
    }

    private static @Nullable FoundKey keyAt(String text, int start, int limit, KeyEncoding encoding) {
        int kind = start + PREFIX.length();
        if (text.startsWith(SERVICE_PREFIX, kind)) {
            int random = kind + SERVICE_PREFIX.length();
            int end = runEnd(text, random, Math.min(limit, random + SERVICE_DIGITS), KeyRecogniser::isHexDigit);
            boolean real = end - random == SERVICE_DIGITS && distinct(text, random, end) > 1;
            return real ? found(text, start, end, KeyShape.SERVICE, encoding) : null;
        }
        if (text.startsWith(MANAGEMENT_PREFIX, kind)) {
            int random = kind + MANAGEMENT_PREFIX.length();
            int end = runEnd(text, random, Math.min(limit, start + LONGEST_KEY), KeyRecogniser::isTokenCharacter);
            boolean real = end - random >= MANAGEMENT_LEAST && looksRandom(text, random, end);
            return real ? found(text, start, end, KeyShape.MANAGEMENT, encoding) : null;
        }
        return null;
    }

    private static FoundKey found(String text, int start, int end, KeyShape shape, KeyEncoding encoding) {
        return new FoundKey(SecretValue.of(text.substring(start, end)), shape, encoding, start);
    }

    /** The random part of management keys is not documented; digits and variety tell it from words such as "replace-me". */
    private static boolean looksRandom(String text, int start, int end) {
        boolean digit = false;
        for (int i = start; i < end; i++) {
            digit |= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digit && distinct(text, start, end) >= MANAGEMENT_LEAST_DISTINCT;
    }

    /**
     * Whether a text that begins with {@link #PREFIX} can become a key, or a longer one, by what follows it. Where the prefix comes
     * again, another key begins.
     */
    static boolean mayGoOn(StringBuilder text) {
        int kind = PREFIX.length();
        if (text.length() >= 2 * kind && text.indexOf(PREFIX, text.length() - kind) >= 0) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        int service = kind + SERVICE_PREFIX.length();
        if (agrees(text, kind, SERVICE_PREFIX)) {
            return text.length() <= service || (isHexDigit(last) && text.length() < service + SERVICE_DIGITS);
        }
        return agrees(text, kind, MANAGEMENT_PREFIX)
                && (text.length() <= kind + MANAGEMENT_PREFIX.length() || isTokenCharacter(last));
    }

    private static boolean agrees(CharSequence text, int at, String with) {
        int length = Math.min(with.length(), text.length() - at);
        for (int i = 0; i < length; i++) {
            if (text.charAt(at + i) != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int runEnd(String text, int start, int limit, CharacterTest test) {
        int end = start;
        while (end < limit && test.accepts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int distinct(String text, int start, int end) {
        BitSet seen = new BitSet(Byte.MAX_VALUE);
        for (int i = start; i < end; i++) {
            seen.set(text.charAt(i));
        }
        return seen.cardinality();
    }

    private static boolean isHexDigit(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static boolean isTokenCharacter(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
    }

    @FunctionalInterface
    private interface CharacterTest {
        boolean accepts(char c);
    }
}
