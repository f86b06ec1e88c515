package io.openrouteroperator.core.policy;

import java.time.Duration;
import java.util.List;

/**
 * When keys are replaced; every value decided.
 *
 * @param interval age at which a key is replaced
 * @param jitterPercent share of the interval, before its end, that rotations are spread over
 * @param overlapMin how long the old key stays valid at least
 * @param overlapMax how long it stays valid at most; never shorter than {@code overlapMin}
 * @param maxAge hard end of a key, fixed at OpenRouter when it is made; never shorter than {@code interval}
 * @param windows times at which rotations may start; empty for any time
 * @param maxConcurrent how many keys may be rolling out at once
 */
public record RotationTerms(
        Duration interval,
        int jitterPercent,
        Duration overlapMin,
        Duration overlapMax,
        Duration maxAge,
        List<WindowTerms> windows,
        int maxConcurrent) {
    public RotationTerms {
        windows = List.copyOf(windows);
    }

    /** What a policy that says nothing about rotation gets; the interval is also the longest that may be asked for. */
    public static RotationTerms standard() {
        return new RotationTerms(
                Duration.ofDays(90), 10, Duration.ofHours(1), Duration.ofHours(72), Duration.ofDays(100), List.of(), 5);
    }

    /** The same terms for a key that ends earlier; its interval is shorter in proportion. */
    public RotationTerms cutTo(Duration age) {
        Duration shorter =
                Duration.ofSeconds((long) ((double) interval.toSeconds() / maxAge.toSeconds() * age.toSeconds()));
        return new RotationTerms(shorter, jitterPercent, overlapMin, overlapMax, age, windows, maxConcurrent);
    }
}
