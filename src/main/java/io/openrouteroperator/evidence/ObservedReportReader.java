package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.compliance.snapshot.ObservedReport;
import io.openrouteroperator.core.compliance.snapshot.ObservedReport.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a PolicyReport or a report of OpenReports; both have the same results. */
final class ObservedReportReader {
    private ObservedReportReader() {}

    static ObservedReport report(JsonNode object) {
        List<Result> results = new ArrayList<>();
        object.path("results").forEach(result -> results.add(result(result)));
        return new ObservedReport(
                object.at("/metadata/namespace").asText(),
                object.at("/metadata/name").asText(),
                object.at("/summary/fail").asInt()
                        + object.at("/summary/warn").asInt()
                        + object.at("/summary/error").asInt(),
                results);
    }

    private static Result result(JsonNode result) {
        JsonNode resource = result.path("resources").path(0);
        String classification = result.at("/properties/classification").asText();
        String policy = result.path("policy").asText();
        String workload = result.at("/properties/workload").asText();
        String object =
                resource.path("kind").asText() + " " + resource.path("name").asText();
        return new Result(
                result.path("rule").asText(),
                result.path("result").asText(),
                result.path("severity").asText(),
                workload.isEmpty() ? object.strip() : workload,
                result.path("message").asText(),
                policy.isEmpty() ? null : policy,
                classification.isEmpty() ? null : classification,
                time(result.path("timestamp")));
    }

    private static @Nullable Instant time(JsonNode timestamp) {
        return timestamp.hasNonNull("seconds")
                ? Instant.ofEpochSecond(timestamp.path("seconds").asLong())
                : null;
    }
}
