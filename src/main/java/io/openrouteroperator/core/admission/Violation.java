package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule: everything a developer needs to repair it, and no key material.
 *
 * @param path field path of the place
 * @param what what was found there, a full sentence
 * @param why why that is a problem, a full sentence
 * @param fix what to do, ready to paste
 * @param classification the data class of the key concerned, or null when the key is foreign
 * @param exposed the service key that is where it must not be, or null
 */
public record Violation(
        Rule rule,
        String path,
        String what,
        String why,
        Fix fix,
        @Nullable String classification,
        @Nullable ExposedKey exposed) {
    public Violation {
        path = KeyRecogniser.printable(path);
        what = KeyRecogniser.printable(what);
        why = KeyRecogniser.printable(why);
    }

    /** A violation that shows no service key. */
    public Violation(Rule rule, String path, String what, String why, Fix fix, @Nullable String classification) {
        this(rule, path, what, why, fix, classification, null);
    }

    /** What is wrong and where, and nothing of why and how to mend it: whatever says the same was there before. */
    public Statement statement() {
        return new Statement(rule, path, what);
    }

    /** See {@link #statement}. */
    public record Statement(Rule rule, String path, String what) {}
}
