package io.openrouteroperator.core.verification;

import org.jspecify.annotations.Nullable;

/** What to do about a question. */
public sealed interface Probe {
    /** Which question. */
    Question question();

    /**
     * Make a request.
     *
     * @param model its id
     * @param provider slug of the one provider to ask, null for any
     */
    record Ask(Question question, String model, @Nullable String provider) implements Probe {}

    /** There is nothing to ask. */
    record Pointless(Question question, String reason) implements Probe {}
}
