package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/**
 * What ends a violation, ready to paste. Both parts are clauses that follow "To fix it, ".
 *
 * @param first what must be there before, such as a key to use; many violations share it, and it is printed once; may be empty
 * @param change what to change in the place of the violation; equal changes are printed once
 */
public record Fix(String first, String change) {
    public Fix {
        first = KeyRecogniser.masked(first);
        change = KeyRecogniser.masked(change);
    }

    /** A fix that needs nothing to be there before. */
    public static Fix of(String change) {
        return new Fix("", change);
    }

    /** The same fix with more to do in the end. */
    public Fix followedBy(String more) {
        return new Fix(first, change + more);
    }
}
