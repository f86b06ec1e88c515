package io.openrouteroperator.core.admission;

import java.util.List;

/** Port: does what has to follow when keys are found in the open. It never blocks. */
@FunctionalInterface
public interface ExposureListener {
    /**
     * A key was found; saying so again and again does no harm.
     *
     * @param where object and field path, without key material
     */
    void found(ExposedKey exposed, String where);

    /**
     * Tells every key that these violations show.
     *
     * @param object such as {@code Pod shop/web}, without key material
     */
    default void tell(List<Violation> violations, String object) {
        for (Violation violation : violations) {
            if (violation.exposed() != null) {
                found(violation.exposed(), object + " " + violation.path());
            }
        }
    }
}
