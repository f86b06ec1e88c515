package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.EnforcementMode;

/** What a finding means, in the words that PolicyReport and OpenReports share. */
public enum FindingResult {
    /** The policy refuses it, or records it without a word: it is there and should not be. */
    FAIL,
    /** The policy warns about it. */
    WARN,
    /** The policy exempts the workload for the time being. */
    SKIP;

    static FindingResult of(EnforcementMode mode) {
        return switch (mode) {
            case ENFORCE, AUDIT -> FAIL;
            case WARN -> WARN;
        };
    }
}
