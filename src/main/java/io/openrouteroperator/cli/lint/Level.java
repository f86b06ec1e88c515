package io.openrouteroperator.cli.lint;

import java.util.Locale;

/** What a finding means where the policy is in force. */
public enum Level {
    /** The webhook would refuse the object. */
    ERROR,
    /** The webhook would admit it with a warning. */
    WARNING,
    /** It would only be recorded: the policy audits, or exempts the workload. */
    NOTE;

    /** The word for people, and of SARIF. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
