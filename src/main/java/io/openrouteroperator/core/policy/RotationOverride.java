package io.openrouteroperator.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rotation as written by a person: durations in text, null where nothing is said. {@code grant.RotationMerge} makes terms of it.
 *
 * @param interval such as {@code 90d}
 * @param jitterPercent 0 to 50
 * @param overlapMin such as {@code 1h}
 * @param overlapMax such as {@code 72h}
 * @param maxAge such as {@code 100d}
 * @param windows empty where nothing is said
 * @param maxConcurrent at least 1
 */
public record RotationOverride(
        @Nullable String interval,
        @Nullable Integer jitterPercent,
        @Nullable String overlapMin,
        @Nullable String overlapMax,
        @Nullable String maxAge,
        List<WindowText> windows,
        @Nullable Integer maxConcurrent) {
    /**
     * A window as written by a person.
     *
     * @param cron five fields
     * @param duration such as {@code 4h}
     * @param timeZone an IANA name, null for UTC
     */
    public record WindowText(
            String cron, String duration, @Nullable String timeZone) {}

    public RotationOverride {
        windows = List.copyOf(windows);
    }

    /** Says nothing. */
    public static RotationOverride none() {
        return ofInterval(null);
    }

    /** Says the interval only, as a key does. */
    public static RotationOverride ofInterval(@Nullable String interval) {
        return new RotationOverride(interval, null, null, null, null, List.of(), null);
    }
}
