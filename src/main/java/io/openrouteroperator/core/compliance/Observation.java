package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.snapshot.Voucher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing seen, or not to be seen, when a control was looked at.
 *
 * @param statement what is configured and observed, with the figures
 * @param since when it became so, null when that is not known
 */
public record Observation(
        Outcome outcome,
        Subject subject,
        String statement,
        @Nullable Instant since) {
    /** What it means for its control; the worst of a control decides. */
    public enum Outcome {
        /** It is as the control asks. */
        HOLDS,
        /** It contradicts the control. */
        BREAKS,
        /** It cannot be seen; the statement says what would prove it. */
        UNSEEN
    }

    /** As asked. */
    public static Observation holds(Subject subject, String statement) {
        return new Observation(Outcome.HOLDS, subject, statement, null);
    }

    /** Not as asked. */
    public static Observation breaks(Subject subject, String statement) {
        return new Observation(Outcome.BREAKS, subject, statement, null);
    }

    /** Not as asked since a time. */
    public static Observation breaks(Subject subject, String statement, @Nullable Instant since) {
        return new Observation(Outcome.BREAKS, subject, statement, since);
    }

    /** A person's word that has ended. */
    public static Observation expired(Voucher voucher) {
        return breaks(
                Subject.policy(voucher.policy()),
                "the attestation of %s for %s ended on %s; look at the evidence again and renew it"
                        .formatted(voucher.by(), voucher.control(), voucher.validUntil()),
                voucher.validUntil());
    }

    /** Not to be seen. */
    public static Observation unseen(Subject subject, String statement) {
        return new Observation(Outcome.UNSEEN, subject, statement, null);
    }
}
