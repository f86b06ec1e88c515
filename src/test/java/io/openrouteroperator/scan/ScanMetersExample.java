package io.openrouteroperator.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.scan.FindingKind;
import io.openrouteroperator.core.scan.FindingResult;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that is ever told of the scan. */
public final class ScanMetersExample {
    private ScanMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        ScanMeters meters = new ScanMeters(registry);
        meters.looked(Duration.ofMillis(1));
        meters.failed();
        Map<FindingKind, Integer> counts = Map.of(new FindingKind(Rule.LITERAL_KEY, FindingResult.FAIL), 1);
        meters.known(List.of(new NamespaceOutcome("shop", Instant.EPOCH, List.of(), 0, List.of(), counts)));
    }
}
