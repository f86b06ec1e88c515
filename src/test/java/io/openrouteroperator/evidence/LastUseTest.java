package io.openrouteroperator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.report.KeyLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a key was last used, as the inventory tells it. */
class LastUseTest {
    private static final String UNSPENT = "usage: {daily: \"0.00\", monthly: \"0.00\", remaining: \"20.00\"";

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, today",
        "2026-11-23, this month",
        "2026-11-01, this month",
        "2026-10-31, not this month",
        "2025-11-24, not this month",
        ", not this month"
    })
    void aCallThatCostNothingIsAUse(String day, String told) {
        String known = day == null ? UNSPENT : UNSPENT + ", lastUsedOn: \"" + day + "\"";

        assertThat(SampleReview.report(SampleReview.cluster().replace(UNSPENT, known))
                        .keys())
                .filteredOn(line ->
                        line.service().equals("shop/ledger") || line.service().equals("bank/ledger"))
                .extracting(KeyLine::use)
                .containsExactly(told);
    }
}
