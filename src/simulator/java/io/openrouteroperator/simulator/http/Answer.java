package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body JSON, or null where {@code events} are sent
 * @param events data of server-sent events; empty for an ordinary answer
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable JsonNode body, List<String> events) {

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, Map.of(), body, List.of());
    }

    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    /** A server-sent stream. */
    public static Answer events(List<String> events) {
        return new Answer(200, Map.of(), null, events);
    }

    /** 200 with one object under {@code data}. */
    public static Answer data(JsonNode data) {
        return of(200, underData(data));
    }

    /** 201 with one object under {@code data}. */
    public static Answer created(JsonNode data) {
        return of(201, underData(data));
    }

    public static Answer deleted() {
        return ok(JsonNodeFactory.instance.objectNode().put("deleted", true));
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, events);
    }

    private static ObjectNode underData(JsonNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return body;
    }
}
