package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;

/**
 * One of the contenders under one load.
 *
 * @param megabytes memory of its process after it
 */
record PeerRow(int connections, String name, Measured measured, long megabytes) {
    static final String HEADINGS =
            "%4s %-12s %9s %8s %8s %6s".formatted("conn", "program", "rps", "p50_ms", "p99_ms", "rss_mb");

    /** As a line below the headings. */
    String line() {
        return "%4d %-12s %9.0f %8.2f %8.2f %6d"
                .formatted(
                        connections, name, measured.perSecond(), measured.millis(50), measured.millis(99), megabytes);
    }

    /** What the closing line has of it. */
    String figures() {
        return "%s_rps_c%d=%.0f %1$s_p99_c%2$d_ms=%.2f %1$s_rss_mb=%d"
                .formatted(name, connections, measured.perSecond(), measured.millis(99), megabytes);
    }
}
