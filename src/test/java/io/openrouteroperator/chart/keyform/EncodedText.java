package io.openrouteroperator.chart.keyform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A prefix and characters of an alphabet, behind some bytes that nobody knows, in base64. Each digit holds bits of two bytes at most,
 * so the digits that may stand in a place are found by trying all pairs. Three bytes make four digits, hence all repeats after four.
 * Digits are looked at one by one, so a few characters next to the alphabet pass for ones of it.
 */
final class EncodedText {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String ANY =
            IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
    private static final String DECIMAL = "0123456789";
    private static final int GROUP = 4;
    private static final int GROUP_BYTES = 3;

    private final int before;
    private final String prefix;
    private final String alphabet;
    private final int start;
    private final int end;

    /**
     * @param before bytes before the prefix, modulo three
     */
    EncodedText(int before, String prefix, String alphabet) {
        this.before = before;
        this.prefix = prefix;
        this.alphabet = alphabet;
        int fixed = (before * 8 + 5) / 6;
        while (digitsAt(fixed, alphabet).size() > 1) {
            fixed++;
        }
        this.start = fixed;
        while (digitsAt(fixed, alphabet).size() == 1) {
            fixed++;
        }
        this.end = fixed;
    }

    /**
     * The form of keys with so many characters behind the prefix.
     *
     * @param digit see {@link KeyForm}
     */
    KeyForm form(String name, int least, int most, String digit, int distinct) {
        int longest = digitCount(most) - end;
        int whole = (digitCount(least) - end - lead()) / GROUP;
        String group = "(?:" + classes(end + lead(), GROUP) + ")";
        String shape = "^" + classes(end, lead()) + group
                + (least == most
                        ? "{%d}".formatted(whole) + classes(end + lead(), (longest - lead()) % GROUP)
                        : "{%d,%d}".formatted(whole + 1, (longest - lead()) / GROUP));
        return new KeyForm(name + "After" + before, fixedDigits(), longest, shape, digit, distinct);
    }

    /** Finds a decimal digit in a run of the alphabet. */
    String withDigit() {
        return "^.{%d}(?:.{4})*(?:%s)"
                .formatted(
                        lead(),
                        IntStream.range(0, GROUP_BYTES)
                                .mapToObj(this::groupWithDigit)
                                .collect(Collectors.joining("|")));
    }

    private String groupWithDigit(int place) {
        List<String> bytes = new ArrayList<>(List.of(alphabet, alphabet, alphabet));
        bytes.set(place, DECIMAL);
        return IntStream.range(0, GROUP)
                .mapToObj(digit -> characterClass(possible(digit, bytes)))
                .collect(Collectors.joining());
    }

    private String fixedDigits() {
        return IntStream.range(start, end)
                .mapToObj(digit -> digitsAt(digit, alphabet).iterator().next().toString())
                .collect(Collectors.joining());
    }

    /** Digits between the fixed ones and the next group. */
    private int lead() {
        return (GROUP - end % GROUP) % GROUP;
    }

    /** Digits that hold nothing but bits of the prefix and so many characters. */
    private int digitCount(int characters) {
        return (before + prefix.length() + characters) * 8 / 6;
    }

    private String classes(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(digit -> characterClass(digitsAt(digit, alphabet)))
                .collect(Collectors.joining());
    }

    private Set<Character> digitsAt(int digit, String behind) {
        int group = digit / GROUP * GROUP_BYTES;
        return possible(
                digit % GROUP,
                IntStream.range(group, group + GROUP_BYTES)
                        .mapToObj(index -> charactersAt(index, behind))
                        .toList());
    }

    private String charactersAt(int index, String behind) {
        if (index < before) {
            return ANY;
        }
        int place = index - before;
        return place < prefix.length() ? prefix.substring(place, place + 1) : behind;
    }

    /** What a digit of a group can be, given what its three bytes can be. */
    private static Set<Character> possible(int digit, List<String> bytes) {
        int first = digit * 6 / 8;
        int last = (digit * 6 + 5) / 8;
        int shift = (last + 1) * 8 - (digit + 1) * 6;
        Set<Character> found = new TreeSet<>();
        for (char left : bytes.get(first).toCharArray()) {
            for (char right : bytes.get(last).toCharArray()) {
                int bits = first == last ? left : left << 8 | right;
                found.add(DIGITS.charAt(bits >> shift & 63));
            }
        }
        return found;
    }

    private static String characterClass(Set<Character> characters) {
        if (characters.size() == 1) {
            return characters.iterator().next().toString();
        }
        if (characters.size() == DIGITS.length()) {
            return ".";
        }
        return characters.stream().map(String::valueOf).collect(Collectors.joining("", "[", "]"));
    }
}
