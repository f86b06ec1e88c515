package io.openrouteroperator.cli.verb;

import io.openrouteroperator.core.admission.Violation;
import java.util.List;

/**
 * What admission says to one object, and why.
 *
 * @param object in words
 * @param refused the violations that it is refused for
 * @param warned those that it is warned about
 * @param recorded those that are written into the audit log only
 * @param notes what decided beside the rules, and what was not looked at, one sentence each
 */
record Answer(
        String object, List<Violation> refused, List<Violation> warned, List<Violation> recorded, List<String> notes) {
    Answer {
        refused = List.copyOf(refused);
        warned = List.copyOf(warned);
        recorded = List.copyOf(recorded);
        notes = List.copyOf(notes);
    }

    /** In one word: refused, warned or admitted. */
    String decision() {
        return !refused.isEmpty() ? "refused" : !warned.isEmpty() ? "admitted with a warning" : "admitted";
    }
}
