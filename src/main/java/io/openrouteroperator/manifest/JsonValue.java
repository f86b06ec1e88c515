package io.openrouteroperator.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openrouteroperator.manifest.JsonTape.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A value in a JSON document: what {@link JsonNode} offers of reading, over a {@link JsonTape}. What is asked for and is not there is
 * the missing value, which has no fields, no items and no text.
 */
public final class JsonValue {
    /** Whoever sends reviews chooses the names in them: they are not to stay in the JVM's table of strings. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .build();

    private static final JsonValue MISSING = new JsonValue(new JsonTape(0), -1);
    /** In reviews of pods; of large bodies most is long strings. */
    private static final int BYTES_PER_VALUE = 24;

    private static final int MOST_EXPECTED = 4096;

    private final JsonTape tape;
    private final int slot;

    private JsonValue(JsonTape tape, int slot) {
        this.tape = tape;
        this.slot = slot;
    }

    /** Reads the first value in a text; throws Jackson's exceptions, whose messages quote the text. */
    public static JsonValue read(byte[] text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            return root(JsonTapeReader.read(parser, Math.min(text.length / BYTES_PER_VALUE, MOST_EXPECTED)));
        }
    }

    /** The same value as a tree has. */
    public static JsonValue of(JsonNode tree) {
        try (var parser = tree.traverse()) {
            return root(JsonTapeReader.read(parser, MOST_EXPECTED / BYTES_PER_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException("a tree can always be read", e);
        }
    }

    private static JsonValue root(JsonTape tape) {
        return tape.size() == 0 ? MISSING : new JsonValue(tape, 0);
    }

    /** The field of an object. */
    public JsonValue path(String name) {
        int field = isObject() ? tape.field(slot, name) : -1;
        return field < 0 ? MISSING : new JsonValue(tape, field);
    }

    /** What a JSON pointer such as {@code /spec/template} leads to; nothing in it is escaped, and it names fields only. */
    public JsonValue at(String pointer) {
        JsonValue value = this;
        for (int from = 0; from < pointer.length(); ) {
            int slash = pointer.indexOf('/', from + 1);
            int to = slash < 0 ? pointer.length() : slash;
            value = value.path(pointer.substring(from + 1, to));
            from = to;
        }
        return value;
    }

    /** The text of a string, number, boolean or null as it is written; empty for anything else. */
    public String asText() {
        return slot < 0 ? "" : tape.text(slot);
    }

    public boolean isText() {
        return is(Kind.TEXT);
    }

    public boolean isObject() {
        return is(Kind.OBJECT);
    }

    public boolean isArray() {
        return is(Kind.ARRAY);
    }

    /** Whether an object has a field that is more than null. */
    public boolean hasNonNull(String name) {
        JsonValue value = path(name);
        return value.slot >= 0 && !value.is(Kind.NULL);
    }

    /** Whether an object has the field. */
    public boolean has(String name) {
        return path(name).slot >= 0;
    }

    /** The items of an array or the values of an object; nothing for anything else. */
    public List<JsonValue> items() {
        if (!isObject() && !isArray()) {
            return List.of();
        }
        List<JsonValue> items = new ArrayList<>();
        for (int at = slot + 1; at < tape.end(slot); at = tape.end(at)) {
            if (tape.kind(at) != Kind.SHADOWED) {
                items.add(new JsonValue(tape, at));
            }
        }
        return items;
    }

    /** The fields of an object; the items of an array come without names. */
    public void forEachField(BiConsumer<String, JsonValue> consumer) {
        if (!isObject() && !isArray()) {
            return;
        }
        for (int at = slot + 1; at < tape.end(slot); at = tape.end(at)) {
            if (tape.kind(at) != Kind.SHADOWED) {
                consumer.accept(tape.name(at), new JsonValue(tape, at));
            }
        }
    }

    /** Whether it says the same as another value; the order of fields says nothing. */
    public boolean sameAs(JsonValue other) {
        if (slot < 0 || other.slot < 0) {
            return slot < 0 && other.slot < 0;
        }
        return tape.isWrittenAs(slot, other.tape, other.slot) || meansTheSame(other);
    }

    private boolean meansTheSame(JsonValue other) {
        if (tape.kind(slot) != other.tape.kind(other.slot) || !asText().equals(other.asText())) {
            return false;
        }
        return isObject() ? sameFields(other) : sameItems(items(), other.items());
    }

    private boolean sameFields(JsonValue other) {
        Map<String, JsonValue> fields = new HashMap<>();
        forEachField(fields::put);
        List<JsonValue> mine = new ArrayList<>();
        List<JsonValue> theirs = new ArrayList<>();
        other.forEachField((name, value) -> {
            mine.add(fields.getOrDefault(name, MISSING));
            theirs.add(value);
        });
        return fields.size() == theirs.size() && sameItems(mine, theirs);
    }

    private static boolean sameItems(List<JsonValue> ones, List<JsonValue> others) {
        boolean same = ones.size() == others.size();
        for (int i = 0; same && i < ones.size(); i++) {
            JsonValue one = ones.get(i);
            same = one.slot >= 0 && one.meansTheSame(others.get(i));
        }
        return same;
    }

    /** The value as a tree, for Jackson to make objects of. */
    public JsonNode toTree() {
        if (isObject()) {
            ObjectNode object = JSON.createObjectNode();
            forEachField((name, value) -> object.set(name, value.toTree()));
            return object;
        }
        if (isArray()) {
            ArrayNode array = JSON.createArrayNode();
            forEachField((_, value) -> array.add(value.toTree()));
            return array;
        }
        if (isText()) {
            return TextNode.valueOf(asText());
        }
        try {
            return JSON.readTree(asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read once can be read again", e);
        }
    }

    private boolean is(Kind kind) {
        return slot >= 0 && tape.kind(slot) == kind;
    }
}
