package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of an answer. Unknown fields are ignored; a field of the wrong type is an {@link UndocumentedAnswer}, as is a missing
 * one that the caller needs. Its {@link #toString()} shows field names only.
 */
public final class WireObject {
    private final JsonNode node;

    private WireObject(JsonNode node) {
        this.node = node;
    }

    /** Reads an object; anything else is an {@link UndocumentedAnswer}. */
    public static WireObject of(JsonNode node) {
        if (!node.isObject()) {
            throw new UndocumentedAnswer("the answer is not a JSON object");
        }
        return new WireObject(node);
    }

    /** An object without fields, for answers whose body does not matter. */
    public static WireObject empty() {
        return new WireObject(Json.object());
    }

    public Field<String> text(String name) {
        return read(name, value -> value.isValueNode() ? value.asText() : null);
    }

    public Field<Boolean> flag(String name) {
        return read(name, value -> value.isBoolean() ? value.booleanValue() : null);
    }

    /** A number, also where it is sent as a string. */
    public Field<BigDecimal> number(String name) {
        return read(name, WireObject::asNumber);
    }

    /** An instant with any offset and precision; without an offset it is UTC. */
    public Field<Instant> instant(String name) {
        return read(name, value -> value.isTextual() ? asInstant(value.textValue()) : null);
    }

    public Field<List<String>> texts(String name) {
        return read(name, value -> eachOf(value, item -> item.isValueNode() ? item.asText() : null));
    }

    public Field<WireObject> object(String name) {
        return read(name, value -> value.isObject() ? new WireObject(value) : null);
    }

    public Field<List<WireObject>> objects(String name) {
        return read(name, value -> eachOf(value, item -> item.isObject() ? new WireObject(item) : null));
    }

    /** Whether a field says anything at all: not absent, not null, not an empty list. */
    public boolean isNonEmpty(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    /** The text of a field for a message, empty when it has none; never fails. */
    public String lenientText(String name) {
        return node.path(name).isValueNode() ? node.path(name).asText("") : "";
    }

    /** The object in a field of an error, empty when it is none; never fails. */
    public Optional<WireObject> lenientObject(String name) {
        return node.path(name).isObject() ? Optional.of(new WireObject(node.path(name))) : Optional.empty();
    }

    /** The value of a field that must be there. */
    public <T> T need(String name, Field<T> field) {
        T value = field.orNull();
        if (value == null) {
            throw new UndocumentedAnswer("the answer lacks '" + name + "'");
        }
        return value;
    }

    public String needText(String name) {
        return need(name, text(name));
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return "WireObject" + names;
    }

    private <T> Field<T> read(String name, Function<JsonNode, @Nullable T> reader) {
        JsonNode value = node.get(name);
        if (value == null) {
            return new Field.Absent<>();
        }
        if (value.isNull()) {
            return new Field.Null<>();
        }
        T converted = reader.apply(value);
        if (converted == null) {
            throw new UndocumentedAnswer("'" + name + "' in the answer is not what it should be");
        }
        return new Field.Value<>(converted);
    }

    private static <T> @Nullable List<T> eachOf(JsonNode array, Function<JsonNode, @Nullable T> reader) {
        if (!array.isArray()) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (JsonNode item : array) {
            T converted = reader.apply(item);
            if (converted == null) {
                return null;
            }
            items.add(converted);
        }
        return items;
    }

    private static @Nullable BigDecimal asNumber(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isTextual() ? new BigDecimal(value.textValue().strip()) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Instant asInstant(String text) {
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
