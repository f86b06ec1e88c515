package io.openrouteroperator.core.usage;

import java.util.regex.Pattern;

/** Names that others chose, made fit for a message: one short line without control or invisible characters. */
public final class ForeignName {
    private static final int LONGEST = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\s]+");
    private static final Pattern KEY_SHAPED = Pattern.compile("(?i)sk-or-[a-z0-9._~+/=-]+");

    private ForeignName() {}

    /** The name as one line of at most 100 characters, with anything shaped like a key masked. */
    public static String of(String raw) {
        String start = raw.length() <= 4 * LONGEST ? raw : raw.substring(0, 4 * LONGEST);
        String line = KEY_SHAPED
                .matcher(UNPRINTABLE.matcher(start).replaceAll(" ").strip())
                .replaceAll("[masked]");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
