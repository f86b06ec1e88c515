package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.RotationTerms;
import java.util.List;

/** What became of a rotation written by people. */
public sealed interface RotationResolution {
    /** These terms hold. */
    record Resolved(RotationTerms terms) implements RotationResolution {}

    /**
     * Something in it cannot hold.
     *
     * @param problems at least one
     */
    record Invalid(List<FieldProblem> problems) implements RotationResolution {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
