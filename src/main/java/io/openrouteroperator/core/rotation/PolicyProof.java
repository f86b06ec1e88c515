package io.openrouteroperator.core.rotation;

import java.time.Instant;

/**
 * Evidence for invariant G: what a key could use when it was asked with the key itself, before anybody else saw it.
 *
 * @param provenAt when it was asked
 * @param guardrailId the guardrail it was bound to
 * @param usableModels how many models it could use
 * @param modelsHash SHA-256 over the sorted list of those models
 * @param policyRevision the compiled rules it was compared with
 */
public record PolicyProof(
        Instant provenAt, String guardrailId, int usableModels, String modelsHash, String policyRevision) {
    /** Whether it was made under the rules in force: the policy may have changed since. */
    public boolean holdsUnder(KeyTerms terms) {
        return guardrailId.equals(terms.guardrailId()) && policyRevision.equals(terms.policyRevision());
    }
}
