package io.openrouteroperator.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the end of an exemption is announced. */
class EndingExemptionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T12:00:01Z, false",
        "2026-12-01T12:00:00Z, true",
        "2026-11-24T12:00:01Z, true",
        "2026-11-24T12:00:00Z, false",
    })
    void withinTheLastWeek(Instant until, boolean announced) {
        List<DatedExemption> exemptions = List.of(new DatedExemption("shop", "batch", "TICKET-12", until));
        assertThat(EndingExemptions.of(exemptions, NOW))
                .isEqualTo(
                        announced
                                ? List.of("the exemption of service account shop/batch ends at " + until
                                        + "; from then on its objects are judged like all others (TICKET-12)")
                                : List.of());
    }
}
