package io.openrouteroperator.cli.report;

import java.util.Locale;

/** How grave a finding is. */
public enum Level {
    /** Must be dealt with. */
    ERROR,
    /** Should be dealt with; counts when strict. */
    WARNING,
    /** For the record. */
    NOTE;

    /** The word for people, and of SARIF. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
