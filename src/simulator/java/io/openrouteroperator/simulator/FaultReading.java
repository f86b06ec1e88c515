package io.openrouteroperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.FaultRule;
import io.openrouteroperator.simulator.http.Refusal;
import java.time.Duration;

/**
 * Reads fault rules from JSON: {@code method}, {@code path}, {@code first} (1), {@code times} (1), {@code kind} and what the kind
 * needs. Durations are ISO 8601, such as {@code PT30S}.
 */
final class FaultReading {

    private FaultReading() {}

    static FaultRule rule(JsonNode body) {
        return new FaultRule(
                body.path("method").asText("*"),
                body.path("path").asText("/**"),
                body.path("first").asInt(1),
                body.path("times").asInt(1),
                fault(body));
    }

    private static Fault fault(JsonNode body) {
        boolean committed = body.path("committed").asBoolean();
        return switch (body.path("kind").asText()) {
            case "latency" -> new Fault.Latency(duration(body, "by"));
            case "late-answer" -> new Fault.LateAnswer(duration(body, "by"));
            case "rate-limited" ->
                new Fault.RateLimited(body.has("retry_after") ? duration(body, "retry_after") : null);
            case "server-error" ->
                new Fault.ServerError(
                        body.path("status").asInt(500), body.path("html").asBoolean(), committed);
            case "refused" -> new Fault.Refused(body.path("status").asInt(403));
            case "slow-body" -> new Fault.SlowBody(duration(body, "over"));
            case "connection-reset" -> new Fault.ConnectionReset(committed);
            case "truncated-body" -> new Fault.TruncatedBody();
            case "malformed-body" -> new Fault.MalformedBody();
            case "stale-list" -> new Fault.StaleList(duration(body, "age"));
            case "shifted-rows" -> new Fault.ShiftedRows(body.path("rows").asInt(1));
            case "unknown-fields" -> new Fault.UnknownFields();
            case "unknown-enum-values" -> new Fault.UnknownEnumValues();
            default -> throw Refusal.badRequest("unknown kind of fault");
        };
    }

    private static Duration duration(JsonNode body, String field) {
        return Duration.parse(body.path(field).asText("PT1S"));
    }
}
