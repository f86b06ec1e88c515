package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.key.SecretValue;
import java.util.regex.Pattern;

/** Makes text from outside fit for a condition, a log line or an exception. */
final class SafeText {
    private static final int LONGEST = 300;
    private static final Pattern KEY_SHAPED = Pattern.compile("(?i)\\bsk-[a-z0-9._~+/=-]+|\\bbearer\\s+\\S+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private SafeText() {}

    /** The same for text that came back from a request made with this key, whatever the key's shape. */
    static String of(String raw, SecretValue key) {
        String value = key.reveal();
        return of(value.isEmpty() ? raw : raw.replace(value, "[masked]"));
    }

    /** One line of at most 300 characters with anything shaped like a key masked. */
    static String of(String raw) {
        String line = UNPRINTABLE.matcher(raw).replaceAll(" ").strip();
        String masked = KEY_SHAPED.matcher(line).replaceAll("[masked]");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }
}
