package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a class of keys is told, and what its windows mean.
 *
 * @param terms for the schedule
 * @param windows for the judge
 */
record ClassTerms(RotationTerms terms, List<WallWindow> windows) {
    static ClassTerms of(
            int intervalDays, int maxAgeDays, int jitterPercent, int maxConcurrent, WallWindow... windows) {
        List<WallWindow> all = List.of(windows);
        return new ClassTerms(
                new RotationTerms(
                        Duration.ofDays(intervalDays),
                        jitterPercent,
                        Duration.ofHours(1),
                        Duration.ofHours(72),
                        Duration.ofDays(maxAgeDays),
                        all.stream().map(WallWindow::terms).toList(),
                        maxConcurrent),
                all);
    }

    boolean isOpenAt(Instant moment) {
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.isOpenAt(moment));
    }
}
