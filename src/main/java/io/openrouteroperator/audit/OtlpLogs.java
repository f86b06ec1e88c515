package io.openrouteroperator.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lines as an OTLP export of logs (opentelemetry-proto, {@code ExportLogsServiceRequest} in JSON). The body of a record is the line as it
 * was written, so that the chain can be checked wherever it ends up.
 */
final class OtlpLogs {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int INFO = 9;

    private OtlpLogs() {}

    /**
     * The body of a request.
     *
     * @param pod whose lines they are
     */
    static byte[] request(String pod, List<String> lines) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode resource = root.putArray("resourceLogs").addObject();
        ArrayNode attributes = resource.putObject("resource").putArray("attributes");
        attribute(attributes, "service.name", "openrouter-operator");
        attribute(attributes, "k8s.pod.name", pod);
        ObjectNode scope = resource.putArray("scopeLogs").addObject();
        scope.putObject("scope").put("name", ChainLine.SCHEMA);
        ArrayNode records = scope.putArray("logRecords");
        lines.forEach(line -> record(records.addObject(), line));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    /** How many records an answer says it did not take; whatever is no such answer took them all. */
    static long rejected(byte[] answer) {
        try {
            return JSON.readTree(answer)
                    .at("/partialSuccess/rejectedLogRecords")
                    .asLong();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void record(ObjectNode record, String line) {
        JsonNode said = read(line);
        record.put("timeUnixNano", nanos(said.path("time").asText()));
        record.put("severityNumber", INFO).put("severityText", "INFO");
        record.putObject("body").put("stringValue", line);
        ArrayNode attributes = record.putArray("attributes");
        attribute(attributes, "openrouter.audit.action", said.path("action").asText());
        attribute(attributes, "openrouter.audit.writer", said.path("writer").asText());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException damaged) {
            return JSON.createObjectNode();
        }
    }

    /** Numbers of 64 bits are text in this format; 0 stands for a time that is not known. */
    private static String nanos(String time) {
        try {
            Instant at = Instant.parse(time);
            return Long.toString(TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano());
        } catch (DateTimeException damaged) {
            return "0";
        }
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }
}
