package io.openrouteroperator.manifest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document in flat arrays, one slot per value in the order of the text: a third of the memory of a tree of objects, with the
 * same random access, so that the order of fields does not matter.
 */
final class JsonTape {
    /** What a value is. */
    enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        /** A field that comes again later in its object: the last one counts. */
        SHADOWED
    }

    private Kind[] kinds;
    private int[] ends;
    private @Nullable String[] names;
    private @Nullable String[] texts;
    private int size;

    /** @param expected number of values; there may be more */
    JsonTape(int expected) {
        kinds = new Kind[expected];
        ends = new int[expected];
        names = new @Nullable String[expected];
        texts = new @Nullable String[expected];
    }

    /** Adds a value without content yet; {@code name} is null in an array. */
    int add(Kind kind, @Nullable String name, @Nullable String text) {
        if (size == kinds.length) {
            grow(2 * size + 1);
        }
        kinds[size] = kind;
        names[size] = name;
        texts[size] = text;
        ends[size] = size + 1;
        return size++;
    }

    /** Everything added since belongs to the value. */
    void close(int value) {
        ends[value] = size;
    }

    void shadow(int value) {
        kinds[value] = Kind.SHADOWED;
    }

    int size() {
        return size;
    }

    Kind kind(int value) {
        return kinds[value];
    }

    /** The first slot that is not part of the value. */
    int end(int value) {
        return ends[value];
    }

    String name(int value) {
        String name = names[value];
        return name == null ? "" : name;
    }

    /** As it is written; empty for objects and arrays. */
    String text(int value) {
        String text = texts[value];
        return text == null ? "" : text;
    }

    /** The field of an object, or -1. */
    int field(int object, String name) {
        for (int at = object + 1; at < ends[object]; at = ends[at]) {
            if (kinds[at] != Kind.SHADOWED && name.equals(names[at])) {
                return at;
            }
        }
        return -1;
    }

    /** Whether two values are written alike, field by field in one order. */
    boolean isWrittenAs(int value, JsonTape other, int otherValue) {
        int length = ends[value] - value;
        return length == other.ends[otherValue] - otherValue
                && Arrays.equals(kinds, value, value + length, other.kinds, otherValue, otherValue + length)
                && Arrays.equals(texts, value, value + length, other.texts, otherValue, otherValue + length)
                && Arrays.equals(names, value + 1, value + length, other.names, otherValue + 1, otherValue + length);
    }

    private void grow(int length) {
        kinds = Arrays.copyOf(kinds, length);
        ends = Arrays.copyOf(ends, length);
        names = Arrays.copyOf(names, length);
        texts = Arrays.copyOf(texts, length);
    }
}
