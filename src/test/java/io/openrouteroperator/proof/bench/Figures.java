package io.openrouteroperator.proof.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What one size of installation measured.
 *
 * @param keys how many
 * @param readySeconds from the first request for a key until every key is Ready
 * @param readyCallsPerKey requests to OpenRouter until then
 * @param callsPerPoll requests to OpenRouter for each poll at rest
 * @param apiPerSecond requests to the API server at rest
 * @param apiPerKeyAndPoll the same for one key and one poll interval
 * @param rssMegabytes memory of the operator at rest
 * @param idleCpuPercent of one processor, at rest
 * @param newKeyReadyMillis from the request until one more key is Ready, the median of several
 * @param rotated how many keys were rotated at once
 * @param publishedSeconds until each of these was replaced in its Secret
 * @param rotatedSeconds until the earlier keys were gone
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Figures(
        int keys,
        double readySeconds,
        double readyCallsPerKey,
        double callsPerPoll,
        double apiPerSecond,
        double apiPerKeyAndPoll,
        long rssMegabytes,
        double idleCpuPercent,
        long newKeyReadyMillis,
        int rotated,
        double publishedSeconds,
        double rotatedSeconds) {
    static final String HEADER = "%7s %8s %11s %11s %7s %12s %7s %9s %13s %8s %12s %10s"
            .formatted(
                    "keys",
                    "ready_s",
                    "calls/key",
                    "calls/poll",
                    "api/s",
                    "api/key/poll",
                    "rss_mb",
                    "idle_cpu%",
                    "new_ready_ms",
                    "rotated",
                    "published_s",
                    "rotated_s");

    String row() {
        return "%7d %8.1f %11.1f %11.1f %7.1f %12.2f %7d %9.1f %13d %8d %12.1f %10.1f"
                .formatted(
                        keys,
                        readySeconds,
                        readyCallsPerKey,
                        callsPerPoll,
                        apiPerSecond,
                        apiPerKeyAndPoll,
                        rssMegabytes,
                        idleCpuPercent,
                        newKeyReadyMillis,
                        rotated,
                        publishedSeconds,
                        rotatedSeconds);
    }

    String line() {
        return ("bench-keys: keys=%d ready_s=%.1f rss_mb=%d idle_cpu_pct=%.1f new_key_ready_ms=%d calls_per_poll=%.0f"
                        + " api_per_s=%.1f rotated=%d rotated_s=%.1f")
                .formatted(
                        keys,
                        readySeconds,
                        rssMegabytes,
                        idleCpuPercent,
                        newKeyReadyMillis,
                        callsPerPoll,
                        apiPerSecond,
                        rotated,
                        rotatedSeconds);
    }
}
