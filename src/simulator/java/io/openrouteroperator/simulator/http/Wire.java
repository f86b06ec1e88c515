package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Small pieces of the wire format. Times come in two spellings on purpose, as from the real service. */
public final class Wire {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Wire() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** With offset {@code +00:00} and microseconds. */
    public static @Nullable String longTime(@Nullable Instant instant) {
        return instant == null ? null : MICROSECONDS.format(instant);
    }

    /** With {@code Z} and milliseconds. */
    public static @Nullable String shortTime(@Nullable Instant instant) {
        return instant == null ? null : MILLISECONDS.format(instant);
    }

    /** A body with one list. */
    public static ObjectNode list(ArrayNode data) {
        ObjectNode body = object();
        body.set("data", data);
        return body;
    }

    /** The text of a field; null where it is absent or null. */
    public static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
