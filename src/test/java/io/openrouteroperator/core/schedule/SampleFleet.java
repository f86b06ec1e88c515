package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.Terms.utc;

import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Keys that were made together, and the day on which they are planned. */
final class SampleFleet {
    static final Instant CREATED = utc("2026-01-01T08:00");
    static final Instant NOW = utc("2026-01-02T00:00");
    static final ChangeQuota THOUSAND = new ChangeQuota(1000, 20);

    private SampleFleet() {}

    static List<FleetKey> fleet(int count, Instant createdAt, RotationTerms terms) {
        return IntStream.range(0, count)
                .mapToObj(number -> new FleetKey("uid-" + number, createdAt, terms))
                .toList();
    }
}
