package io.openrouteroperator.proof.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PeerRowTest {
    @Test
    void closingLineNamesProgramAndConnections() {
        Histogram nanos = HttpsConnection.noTimes();
        nanos.recordValue(Duration.ofMillis(2).toNanos());

        PeerRow row = new PeerRow(8, "kyverno", new Measured(1234.4, nanos, 0, ""), 99);

        assertThat(row.figures()).isEqualTo("kyverno_rps_c8=1234 kyverno_p99_c8_ms=2.00 kyverno_rss_mb=99");
    }
}
