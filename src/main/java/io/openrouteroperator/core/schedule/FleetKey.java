package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A published key as the fleet plan sees it.
 *
 * @param uid what its rotations are spread by
 * @param createdAt when it was made
 * @param terms when it has to be replaced; see {@link RotationSchedule#ofKey}
 */
public record FleetKey(String uid, Instant createdAt, RotationTerms terms) {
    Instant baseDue() {
        return RotationSchedule.baseDue(uid, createdAt, terms);
    }

    Instant deadline() {
        return RotationSchedule.deadline(createdAt, terms);
    }

    /** How often such a key is replaced, in rotations per day. */
    double rotationsPerDay() {
        long seconds = Math.max(1, Duration.between(createdAt, baseDue()).toSeconds());
        return (double) Duration.ofDays(1).toSeconds() / seconds;
    }

    /** The same key with an interval that is no shorter than this one, and a maxAge to match. */
    FleetKey withIntervalOf(Duration longer) {
        Duration more = longer.minus(terms.interval());
        return more.isNegative() ? this : with(longer, terms.maxAge().plus(more), terms.windows());
    }

    /** The same key, replaced at any time. */
    FleetKey withoutWindows() {
        return with(terms.interval(), terms.maxAge(), List.of());
    }

    private FleetKey with(Duration interval, Duration maxAge, List<WindowTerms> windows) {
        return new FleetKey(
                uid,
                createdAt,
                new RotationTerms(
                        interval,
                        terms.jitterPercent(),
                        terms.overlapMin(),
                        terms.overlapMax(),
                        maxAge,
                        windows,
                        terms.maxConcurrent()));
    }
}
