package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Webhook and limit under the same load.
 *
 * @param megabytes memory of the operator after it
 */
record Row(String body, int bytes, int connections, Measured webhook, Measured limit, long megabytes) {
    static final String HEADINGS = "%-20s %9s %5s | %9s %8s %8s %6s | %9s %8s %8s | %5s"
            .formatted(
                    "body", "bytes", "conn", "rps", "p50_ms", "p99_ms", "rss_mb", "limit", "p50_ms", "p99_ms", "ratio");

    double ratio() {
        return webhook.perSecond() / limit.perSecond();
    }

    /** As a line below the headings. */
    String line() {
        long turnedAway = webhook.turnedAway();
        return "%-20s %9d %5d | %9.0f %8.2f %8.2f %6d | %9.0f %8.2f %8.2f | %5.2f%s"
                .formatted(
                        body,
                        bytes,
                        connections,
                        webhook.perSecond(),
                        webhook.millis(50),
                        webhook.millis(99),
                        megabytes,
                        limit.perSecond(),
                        limit.millis(50),
                        limit.millis(99),
                        ratio(),
                        turnedAway == 0 ? "" : " %d turned away".formatted(turnedAway));
    }

    /** As JSON. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("body", body);
        figures.put("bytes", bytes);
        figures.put("connections", connections);
        figures.put("rps", webhook.perSecond());
        figures.put("p50_ms", webhook.millis(50));
        figures.put("p99_ms", webhook.millis(99));
        figures.put("turned_away", webhook.turnedAway());
        figures.put("rss_mb", megabytes);
        figures.put("limit_rps", limit.perSecond());
        figures.put("limit_p50_ms", limit.millis(50));
        figures.put("limit_p99_ms", limit.millis(99));
        return figures;
    }
}
