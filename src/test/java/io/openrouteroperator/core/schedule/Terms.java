package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Rotation terms of tests, in few words. */
final class Terms {
    private Terms() {}

    /** Interval and maxAge in days, without jitter, overlap of an hour to three days. */
    static RotationTerms days(long interval, long maxAge, WindowTerms... windows) {
        return jittered(0, interval, maxAge, windows);
    }

    static RotationTerms jittered(int percent, long interval, long maxAge, WindowTerms... windows) {
        return new RotationTerms(
                Duration.ofDays(interval),
                percent,
                Duration.ofHours(1),
                Duration.ofHours(72),
                Duration.ofDays(maxAge),
                List.of(windows),
                5);
    }

    /** Interval and maxAge in hours, with an overlap that costs no time. */
    static RotationTerms hours(long interval, long maxAge, WindowTerms... windows) {
        return new RotationTerms(
                Duration.ofHours(interval),
                0,
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(maxAge),
                List.of(windows),
                5);
    }

    static WindowTerms window(String cron, String duration, String zone) {
        return new WindowTerms(cron, Duration.parse(duration), ZoneId.of(zone));
    }

    static Instant utc(String text) {
        return Instant.parse(text + ":00Z");
    }
}
