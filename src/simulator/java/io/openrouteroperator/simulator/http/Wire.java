package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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

    /**
     * The time a field holds.
     *
     * @throws Refusal naming the field, if it is none or has no seconds
     */
    public static OffsetDateTime time(String text, String field) {
        // The parser takes 23:59 for 23:59:00; the service does not.
        boolean withSeconds = text.matches(".*T\\d{2}:\\d{2}:\\d{2}.*");
        try {
            if (withSeconds) {
                return OffsetDateTime.parse(text);
            }
        } catch (DateTimeParseException invalid) {
            throw Refusal.badRequest("Invalid " + field + ": not a date-time");
        }
        throw Refusal.badRequest("Invalid " + field + ": seconds are required");
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
