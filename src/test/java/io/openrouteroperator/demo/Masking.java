package io.openrouteroperator.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens every key in a text to what OpenRouter itself shows of a key: its prefix and three characters of either end. */
final class Masking {
    private static final Pattern KEY =
            Pattern.compile("(sk-or-[a-z0-9]+-)([0-9A-Za-z]{3})[0-9A-Za-z_-]{10,}?([0-9A-Za-z]{3})(?![0-9A-Za-z_-])");

    private Masking() {}

    static String mask(String text) {
        return KEY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "%s%s...%s".formatted(found.group(1), found.group(2), found.group(3))));
    }
}
