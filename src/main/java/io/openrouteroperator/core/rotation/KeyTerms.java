package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the policy grants a service key.
 *
 * @param account the account that holds it
 * @param workspaceId the workspace it is made in
 * @param guardrailId the guardrail that binds it
 * @param policyRevision the compiled rules that guardrail enforces
 * @param limit its spending limit
 * @param rotation when it is replaced, and how long it lives on beside its successor
 * @param replaceWhenDisabled whether a key disabled by hand is replaced; reported otherwise
 * @param replaceWhenDeleted whether a key deleted by hand is replaced; reported otherwise
 */
public record KeyTerms(
        String account,
        String workspaceId,
        String guardrailId,
        String policyRevision,
        SpendLimit limit,
        RotationTerms rotation,
        boolean replaceWhenDisabled,
        boolean replaceWhenDeleted) {
    /** How far expires_at lies beyond maxAge: a dead operator fails safe, a late one does not fail at all. */
    public static final Duration GRACE = Duration.ofDays(3);

    /** The hard end of a key made now; whole seconds, as OpenRouter keeps no finer ones. */
    public Instant expiryOf(Instant creation) {
        return creation.plus(rotation.maxAge()).plus(GRACE).truncatedTo(ChronoUnit.SECONDS);
    }

    /** How long an earlier key lives on at most. */
    Duration overlap() {
        return rotation.overlapMax();
    }
}
