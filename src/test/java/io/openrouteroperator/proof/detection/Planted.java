package io.openrouteroperator.proof.detection;

import java.util.function.BooleanSupplier;

/**
 * What must follow from a violation that was planted just now.
 *
 * @param where the place outside of the report where it shows, in words; empty when the report alone has it
 * @param visible whether it shows there
 * @param control the control that it breaks; empty when the operator puts it right, so that nothing is left to report
 * @param owner who the report says has to do something
 */
record Planted(String where, BooleanSupplier visible, String control, String owner) {
    /** Shows somewhere, and in the report. */
    static Planted seen(String where, BooleanSupplier visible, String control, String owner) {
        return new Planted(where, visible, control, owner);
    }

    /** Nobody but the report puts together what it takes to see it. */
    static Planted reported(String control, String owner) {
        return new Planted("", () -> true, control, owner);
    }

    /** Put right by the operator, which says so. */
    static Planted putBack(String where, BooleanSupplier done) {
        return new Planted(where, done, "", "");
    }

    boolean isReported() {
        return !control.isEmpty();
    }
}
