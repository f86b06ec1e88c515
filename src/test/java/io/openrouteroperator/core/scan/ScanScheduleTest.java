package io.openrouteroperator.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.GoverningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which namespaces are looked at now. */
class ScanScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<GoverningPolicy> STRICT = policies(EnforcementMode.ENFORCE);

    private final ScanSchedule schedule = new ScanSchedule(Duration.ofMinutes(10), Duration.ofMinutes(1));

    @Test
    void whoWaitedLongestComesFirst() {
        assertThat(schedule.due(
                        Map.of("new", STRICT, "old", STRICT, "older", STRICT, "fresh", STRICT),
                        Map.of("old", seen(11), "older", seen(12), "fresh", seen(9)),
                        Map.of(),
                        NOW))
                .containsExactly("new", "older", "old");
    }

    @Test
    void aPolicyThatSaysSomethingElseIsReasonEnough() {
        assertThat(schedule.due(Map.of("shop", policies(EnforcementMode.WARN)), Map.of("shop", seen(1)), Map.of(), NOW))
                .containsExactly("shop");
    }

    @Test
    void aNamespaceThatCouldNotBeReadWaitsALittle() {
        Map<String, List<GoverningPolicy>> governed = Map.of("shop", STRICT);
        assertThat(schedule.due(governed, Map.of(), Map.of("shop", NOW.minusSeconds(59)), NOW))
                .isEmpty();
        assertThat(schedule.due(governed, Map.of(), Map.of("shop", NOW.minusSeconds(60)), NOW))
                .containsExactly("shop");
    }

    private static NamespaceOutcome seen(int minutesAgo) {
        return new NamespaceOutcome("any", NOW.minus(Duration.ofMinutes(minutesAgo)), STRICT, 0, List.of(), Map.of());
    }

    private static List<GoverningPolicy> policies(EnforcementMode mode) {
        return List.of(new GoverningPolicy("corporate", mode, Map.of(), List.of(), List.of()));
    }
}
