package io.openrouteroperator.core.admission;

import java.util.List;
import java.util.Map;

/** The answer to one request. */
public sealed interface AdmissionDecision {
    /** Short facts for the API server's audit log. */
    Map<String, String> auditAnnotations();

    /** Every violation, also those that the policies only record. */
    List<Violation> found();

    /** Admitted without a word to the user; violations may still be in the annotations. */
    record Allow(List<Violation> found, Map<String, String> auditAnnotations) implements AdmissionDecision {}

    /**
     * Admitted with warnings.
     *
     * @param violations most severe first
     */
    record Warn(List<Violation> violations, List<Violation> found, Map<String, String> auditAnnotations)
            implements AdmissionDecision {}

    /**
     * Refused.
     *
     * @param violations those that refuse, most severe first
     * @param warnings those that would only have warned
     * @param policy the policy, or policies, that say so
     */
    record Deny(
            List<Violation> violations,
            List<Violation> warnings,
            List<Violation> found,
            String policy,
            Map<String, String> auditAnnotations)
            implements AdmissionDecision {}
}
