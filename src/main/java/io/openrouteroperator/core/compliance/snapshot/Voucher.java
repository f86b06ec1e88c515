package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;

/**
 * What a person vouches for in a policy.
 *
 * @param policy where it is written
 * @param control id of a control, if it is one
 * @param evidence where the evidence is found
 * @param by who vouches
 * @param validUntil the first instant at which it does not count any more
 */
public record Voucher(String policy, String control, String evidence, String by, Instant validUntil) {
    /** Whether it has ended. */
    public boolean expired(Instant now) {
        return !now.isBefore(validUntil);
    }
}
